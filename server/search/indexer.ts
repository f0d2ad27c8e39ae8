/**
 * Keeps the search index behind the mail. A few documents are done at once, on this thread; many by a thread of their own, which ends when
 * it has had nothing to do for a while.
 */
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Piscina } from "piscina";
import { countPending } from "#db/queries/search/pending-documents";
import { isSearchComplete } from "#db/queries/search/progress";
import { countDocuments } from "#db/queries/search/read-index";
import { hasUnregistered } from "#db/queries/search/register-documents";
import { wordsVersion } from "#lib/search/words";
import { dataPath } from "../data-dir.ts";
import type { EnginePart } from "../engine-part.ts";
import { doorbell } from "../events/doorbell.ts";
import { log } from "../log.ts";
import { store } from "../store.ts";
import { waitingWriters } from "../waiting-writers.ts";
import { indexBatch } from "./index-documents.ts";
import type { IndexingTask, WarmingTask } from "./indexing-tasks.ts";

/** Texts that are fetched ahead come without a ring. */
const lookMs = 1000;
/** What takes a few milliseconds. */
const atOnceMax = 20;
const threadRestMs = 60_000;
const afterFailureMs = 60_000;
/** An index of fewer documents is read from the disk in no time. */
const warmFrom = 10_000;
/** A few mails more change little in how complete the index is; the last few, that it is complete now. */
const recountMs = { complete: 10 * 60_000, incomplete: 60_000 };

export function startIndexer(): EnginePart {
  const stopping = new AbortController();
  // The thread sees when to stop without being told by a message, which it would read only at its end.
  const stopped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const pool = new Piscina({
    filename: join(/* turbopackIgnore: true */ process.cwd(), "server/search/indexing-tasks.ts"),
    minThreads: 0,
    // One that indexes, one that warms the index at the start.
    maxThreads: 2,
    atomics: "disabled",
    idleTimeout: threadRestMs,
  });
  const working = Promise.all([work(pool, stopped, stopping.signal), warm(pool, stopped)]);
  return {
    stop: async () => {
      stopping.abort();
      Atomics.store(stopped, 0, 1);
      await working;
      await pool.close();
    },
  };
}

async function work(pool: Piscina, stopped: Int32Array, signal: AbortSignal): Promise<void> {
  let countedAt = -Infinity;
  let hasChanged = true;
  while (!signal.aborted) {
    try {
      const isMuch = await indexFew();
      if (isMuch !== null) hasChanged = true;
      if (isMuch === true || (hasChanged && performance.now() > countedAt + recountAfterMs())) {
        await pool.run(taskOf(stopped), { name: "indexPending" });
        [countedAt, hasChanged] = [performance.now(), false];
      }
    } catch (error) {
      log("search").error("Mail could not be indexed; it is tried again later.", { error });
      await sleep(afterFailureMs, undefined, { signal }).catch(() => undefined);
    }
    await doorbell().next(lookMs, signal);
  }
}

/** As much of the index as half of the memory that is free may hold. */
async function warm(pool: Piscina, stopped: Int32Array): Promise<void> {
  try {
    if (countDocuments(store().read, warmFrom) < warmFrom) return;
    const task: WarmingTask = { ...taskOf(stopped), bytesMax: process.availableMemory() / 2 };
    await pool.run(task, { name: "warmIndex" });
  } catch (error) {
    log("search").warn("The index could not be read ahead; the first searches may take longer.", { error });
  }
}

const taskOf = (stopped: Int32Array): IndexingTask => ({
  databasePath: dataPath("inbox.db"),
  waitingWriters: waitingWriters(),
  stopped,
});

const recountAfterMs = () => recountMs[isSearchComplete(store().read) ? "complete" : "incomplete"];

/** @returns whether more is left than should be done here; null when there was nothing */
async function indexFew(): Promise<boolean | null> {
  const { read } = store();
  const pendingCount = () => countPending(read, wordsVersion, atOnceMax + 1);
  if (!hasUnregistered(read) && pendingCount() === 0) return null;
  if (pendingCount() <= atOnceMax) await indexBatch(store(), atOnceMax);
  return hasUnregistered(read) || pendingCount() > 0;
}
