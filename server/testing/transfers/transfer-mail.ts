/** Moves of whole mailboxes as agents make them, by an engine in a process of its own that is killed now and then. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { changeTransfer, findTransfer } from "#db/queries/transfers/transfers";
import type { ImportTarget } from "#lib/contracts/transfer";
import type { Agent } from "../../auth/agent.ts";
import { beginImport } from "../../commands/transfers/begin-import.ts";
import { receiveImportFile } from "../../commands/transfers/receive-import-file.ts";
import { startImport } from "../../commands/transfers/start-import.ts";
import { store } from "../../store.ts";
import { killVictim, startVictim, type Victim } from "../crash/start-victim.ts";
import { until } from "../run-sync.ts";
import { seededRandom } from "../seeded-random.ts";

/** About what a step takes. */
const stepMs = 100;

export type MortalEngine = { kill(): Promise<void>; stop(): Promise<void> };

export async function startMortalEngine(): Promise<MortalEngine> {
  let victim: Victim = await startVictim(new Set(), ["--rest"]);
  return {
    kill: async () => {
      await killVictim(victim);
      victim = await startVictim(new Set(), ["--rest"]);
    },
    stop: () => killVictim(victim),
  };
}

export const transferRow = async (id: number) => {
  const row = await findTransfer(store().read, id);
  if (!row) throw new Error("The transfer is gone.");
  return row;
};

/** As if its file had been looked through. */
export async function makeReady(id: number): Promise<void> {
  await store().write((tx) => changeTransfer(tx, id, { stateDetail: { code: "to_confirm" } }));
}

/**
 * Waits until it has ended; kills the engine so many times on the way, each time after some more mails, at whatever it is doing by then.
 * @returns how many of the kills came while it was being carried out
 */
export async function untilEnded(
  id: number,
  engine: MortalEngine,
  killCount: number,
  limitMs: number,
  random = seededRandom(id),
): Promise<number> {
  const hasEnded = async () => ["done", "failed", "cancelled"].includes((await transferRow(id)).state);
  const total = (await transferRow(id)).total ?? 0;
  let killedWithin = 0;
  for (let kill = 0; kill < killCount; kill += 1) {
    const mark = Math.floor((total * (kill + random.next())) / (killCount + 1));
    await until(async () => (await transferRow(id)).done >= mark || (await hasEnded()), limitMs);
    await sleep(random.next() * stepMs);
    if (await hasEnded()) break;
    await engine.kill();
    killedWithin += 1;
  }
  await until(hasEnded, limitMs, "the end of the transfer");
  return killedWithin;
}

/** Uploads a file in pieces, looks at what it holds, and starts. @returns the transfer */
export async function importFile(
  agent: Agent,
  file: { path: string; filename: string },
  accountId: number,
  target: ImportTarget,
  pieceBytes = 1_000_000,
): Promise<number> {
  const { size } = await stat(file.path);
  const id = await beginImport(agent, { accountId, filename: file.filename, sizeBytes: size });
  for (let first = 0; first < size; first += pieceBytes) {
    const last = Math.min(size, first + pieceBytes) - 1;
    const body = Readable.toWeb(createReadStream(file.path, { start: first, end: last }));
    const headers = { "content-range": `bytes ${first}-${last}/${size}` };
    const init = { method: "PUT", headers, body: await new Response(body as BodyInit).blob() };
    await receiveImportFile(agent, id, new Request("http://localhost:3000", init));
  }
  const isReady = async () => (await transferRow(id)).stateDetail.code === "to_confirm";
  await until(async () => (await isReady()) || (await transferRow(id)).state === "failed", 120_000);
  await startImport(agent, id, target);
  return id;
}
