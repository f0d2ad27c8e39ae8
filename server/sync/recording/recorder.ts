/**
 * A thread that stores the windows of a first sync, while the engine's own thread asks for and reads the next ones: a server
 * on the same network sends faster than one thread can do both. One window at a time, in the order they were handed over.
 */
import { join } from "node:path";
import { Piscina } from "piscina";
import { dataPath } from "#server/data-dir";
import { forget, singleton } from "#server/singleton";
import { keyFor } from "#server/vault";
import { waitingWriters } from "#server/waiting-writers";
import type { Filed, Filing } from "./file-messages.ts";
import { MessagePacker } from "./pack-messages.ts";
import type { HistoryTask } from "./recorder-tasks.ts";

/** Smaller windows are stored faster by whoever has them than they are handed over. */
const handedOverMin = 100;
/** One is filled while the other is being stored. */
const sparesMax = 2;

/** For so many messages, when they are for the recorder. */
export function packerFor(count: number): MessagePacker | null {
  return count >= handedOverMin && isRecorderUp() ? (spare().pop() ?? new MessagePacker()) : null;
}

/** @returns null when the folder is gone by now */
export async function fileInRecorder(packer: MessagePacker, filing: Filing): Promise<Filed | null> {
  const place = {
    databasePath: dataPath("inbox.db"),
    waitingWriters: waitingWriters(),
    messageIdKey: keyFor("message-id"),
  };
  const task: HistoryTask = { place, packed: packer.packed(), filing };
  const filed: Filed | null = await recorder().run(task, { name: "fileHistory" });
  packer.empty();
  if (spare().length < sparesMax) spare().push(packer);
  return filed;
}

/**
 * Whether the thread is up; when it is not, it is started. It takes half a second to load what it needs, in which whoever asks can store
 * the first windows by itself.
 */
export function isRecorderUp(): boolean {
  const start = starting();
  if (start.state === "down") {
    start.state = "coming";
    recorder()
      .run(null, { name: "begin" })
      .then(
        () => (start.state = "up"),
        () => (start.state = "down"),
      );
  }
  return start.state === "up";
}

/** Waits for the window at hand. */
export async function closeRecorder(): Promise<void> {
  await recorder().close();
  forget("recorder");
  forget("recorder-start");
}

const spare = () => singleton<MessagePacker[]>("spare-packers", () => []);

const starting = () => singleton<{ state: "down" | "coming" | "up" }>("recorder-start", () => ({ state: "down" }));

const recorder = () =>
  singleton(
    "recorder",
    () =>
      new Piscina({
        filename: join(/* turbopackIgnore: true */ process.cwd(), "server/sync/recording/recorder-tasks.ts"),
        minThreads: 1,
        maxThreads: 1,
        atomics: "disabled",
      }),
  );
