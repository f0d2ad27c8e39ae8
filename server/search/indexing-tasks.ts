/** What the indexer's thread does; see `indexer.ts`. */
import { setTimeout as sleep } from "node:timers/promises";
import { open, type Store } from "#db/dialect/sqlite";
import { readIndex } from "#db/queries/search/read-index";
import { countProgress, isHistoryComing, saveProgress } from "#db/queries/search/progress";
import { wordsVersion } from "#lib/search/words";
import { now } from "../clock.ts";
import { indexBatch } from "./index-documents.ts";

export type IndexingTask = { databasePath: string; waitingWriters: Int32Array; stopped: Int32Array };
export type WarmingTask = IndexingTask & { bytesMax: number };

/** While history comes in, the thread rests nine times as long as it works: the mail itself comes first, and waits for its locks. */
const restFactor = 9;
const countEveryMs = 10_000;
/** Less than those have whose answers people wait for. */
const cacheKb = 4000;
/** Some 250 KB, and then thrice as long nothing: whoever searches meanwhile needs the disk, too. */
const [blocksAtOnce, warmingRestFactor] = [64, 3];

let opened: { path: string; store: Store } | null = null;

/** Until nothing is left, or the engine stops. */
export async function indexPending({ databasePath, waitingWriters, stopped }: IndexingTask): Promise<void> {
  const store = storeAt(databasePath, waitingWriters);
  let countAt = performance.now() + countEveryMs;
  while (Atomics.load(stopped, 0) === 0) {
    const startedAt = performance.now();
    if ((await indexBatch(store)) === 0) break;
    if (performance.now() > countAt) {
      const tookMs = await noteProgress(store);
      countAt = performance.now() + countEveryMs + 20 * tookMs;
    }
    if (isHistoryComing(store.read)) await sleep(restFactor * (performance.now() - startedAt));
  }
  if (Atomics.load(stopped, 0) === 0) await noteProgress(store);
}

/**
 * Has the system read the index from the disk before somebody searches: after a start of the machine, searches that look at many places of
 * it would each wait for thousands of reads.
 *
 * @returns how many bytes of it were read
 */
export async function warmIndex({ databasePath, waitingWriters, stopped, bytesMax }: WarmingTask): Promise<number> {
  const { read } = storeAt(databasePath, waitingWriters);
  let [block, bytes] = [0, 0];
  while (Atomics.load(stopped, 0) === 0 && bytes < bytesMax) {
    const startedAt = performance.now();
    const next = readIndex(read, block, blocksAtOnce);
    if (next.lastBlock === null) break;
    block = next.lastBlock;
    bytes += next.bytes;
    await sleep(warmingRestFactor * (performance.now() - startedAt));
  }
  return bytes;
}

async function noteProgress(store: Store): Promise<number> {
  const startedAt = performance.now();
  const counts = countProgress(store.read, wordsVersion);
  await store.write(async (tx) => saveProgress(tx, counts, now()), { mayBeLost: true });
  return performance.now() - startedAt;
}

function storeAt(path: string, waitingWriters: Int32Array): Store {
  if (opened?.path !== path) {
    opened?.store.close();
    opened = { path, store: open(path, waitingWriters, cacheKb) };
  }
  return opened.store;
}
