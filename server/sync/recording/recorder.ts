/**
 * A thread that reads and stores the windows of a first sync, while the engine's own thread asks for and parses the next ones: a server
 * on the same network sends faster than one thread can do both. One window at a time, in the order they were handed over.
 */
import { join } from "node:path";
import { Piscina } from "piscina";
import { dataPath } from "#server/data-dir";
import { forget, singleton } from "#server/singleton";
import { keyFor } from "#server/vault";
import { waitingWriters } from "#server/waiting-writers";
import type { Filed, Filing } from "./file-messages.ts";
import type { PackedRows } from "./pack-rows.ts";
import type { HistoryTask } from "./recorder-tasks.ts";

/** @returns null when the folder is gone by now */
export async function fileInRecorder(rows: PackedRows, filing: Filing): Promise<Filed | null> {
  const place = {
    databasePath: dataPath("inbox.db"),
    waitingWriters: waitingWriters(),
    messageIdKey: keyFor("message-id"),
  };
  const task: HistoryTask = { place, rows, filing };
  const filed: Filed | null = await recorder().run(task, { name: "fileHistory", transferList: [rows.bytes.buffer] });
  return filed;
}

/** Waits for the window at hand. */
export async function closeRecorder(): Promise<void> {
  await recorder().close();
  forget("recorder");
}

const recorder = () =>
  singleton(
    "recorder",
    () =>
      new Piscina({
        filename: join(/* turbopackIgnore: true */ process.cwd(), "server/sync/recording/recorder-tasks.ts"),
        minThreads: 0,
        maxThreads: 1,
        idleTimeout: 60_000,
      }),
  );
