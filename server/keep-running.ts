/** Keeps a thread running that must always run: started again when it ends, the later the oftener it has ended at once. */
import { messageOf } from "./errors.ts";
import { log } from "./log.ts";

const firstDelayMs = 1000;
const delayMaxMs = 60_000;
/** What has run for so long has started. */
const survivalMs = 60_000;
const logEveryMs = 60_000;

/** As much of a worker thread as is needed here. */
type Thread = {
  on: ((event: "error", heard: (error: unknown) => void) => unknown) & ((event: "exit", heard: () => void) => unknown);
};

type Options = {
  start: () => Thread;
  /** Why it ends again and again; null once it stays. One end alone is no reason yet. */
  tell: (failure: string | null) => void;
};

/** @returns what ends the keeping; the thread itself is the caller's to end */
export function keepRunning({ start, tell }: Options): () => void {
  let isOver = false;
  let failureCount = 0;
  let toldCount = 0;
  let toldAt = -Infinity;
  let timer: NodeJS.Timeout | null = null;

  const failed = (reason: string) => {
    if (isOver) return;
    failureCount += 1;
    const delayMs = Math.min(firstDelayMs * 2 ** (failureCount - 1), delayMaxMs);
    if (failureCount > 1) tell(reason);
    if (performance.now() - toldAt >= logEveryMs) {
      const fields = { reason, endCount: failureCount - toldCount, againInMs: delayMs };
      log("runtime").error("The engine has ended; it starts again.", fields);
      toldAt = performance.now();
      toldCount = failureCount;
    }
    timer = setTimeout(run, delayMs);
    timer.unref();
  };
  const run = () => {
    let reason = "It ended without a word.";
    let survival: NodeJS.Timeout | null = null;
    try {
      const thread = start();
      survival = setTimeout(() => {
        failureCount = 0;
        toldCount = 0;
        tell(null);
      }, survivalMs);
      survival.unref();
      thread.on("error", (error) => (reason = messageOf(error)));
      thread.on("exit", () => {
        if (survival) clearTimeout(survival);
        failed(reason);
      });
    } catch (error) {
      failed(messageOf(error));
    }
  };
  run();
  return () => {
    isOver = true;
    if (timer) clearTimeout(timer);
  };
}
