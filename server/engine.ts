/**
 * The engine's thread: sync, outbox and timers, apart from the web half so that a backfill never holds up a click.
 * Started by `runtime.ts`; the two share nothing but the store and the bell.
 */
import { parentPort } from "node:worker_threads";
import { AccountSessions } from "./imap/account-sessions.ts";
import type { EnginePart } from "./engine-part.ts";
import { env } from "./env.ts";
import { doorbell } from "./events/doorbell.ts";
import { log } from "./log.ts";
import { settleTokenRequests } from "./oauth/access-token.ts";
import { startOutbox } from "./outbox/worker.ts";
import { closePool } from "./pool.ts";
import { startIndexer } from "./search/indexer.ts";
import { closeStore, store } from "./store.ts";
import { storedHolds } from "./stored-holds.ts";
import { startSync } from "./sync/engine.ts";
import { usualTiming } from "./sync/timing.ts";
import { closeRecorder, isRecorderUp } from "./sync/recording/recorder.ts";
import { startTimers } from "./timers/worker.ts";
import { startArchive } from "./transfers/archive/worker.ts";
import { startTransfers } from "./transfers/worker.ts";

const logger = log("engine");
/** A refresh token that a provider has replaced is of no use any more: its answer is worth waiting for. */
const tokenRequestsMs = 4000;

function startEngine(): EnginePart {
  const sessions = new AccountSessions(storedHolds());
  const timing = { ...usualTiming, connectionsPerHost: env().CONNECTIONS_PER_HOST };
  const parts = [
    startIndexer(),
    startTimers(),
    startTransfers(sessions),
    startArchive(sessions),
    startOutbox(sessions),
    startSync(sessions, timing),
  ];
  const stopListening = hearOtherProcesses();
  // The first account that is connected must not wait for it.
  isRecorderUp();
  logger.info("The engine is running.");
  return {
    stop: async () => {
      stopListening();
      for (const part of parts) await part.stop();
      await settleTokenRequests(tokenRequestsMs);
      await closeRecorder();
      await closePool();
      doorbell().close();
      closeStore();
    },
  };
}

/** The command line writes from another process, whose bell is not heard here. */
function hearOtherProcesses(): () => void {
  let seen = store().dataVersion();
  const timer = setInterval(() => {
    const current = store().dataVersion();
    if (current !== seen) doorbell().ring();
    seen = current;
  }, 1000);
  return () => clearInterval(timer);
}

if (parentPort) {
  const port = parentPort;
  const engine = startEngine();
  const beat = setInterval(() => port.postMessage("alive"), 2000);
  port.postMessage("alive");
  port.on("message", (message: unknown) => {
    if (message !== "stop") return;
    clearInterval(beat);
    engine.stop().then(
      () => port.postMessage("stopped"),
      (error: unknown) => {
        logger.error("The engine did not stop cleanly.", { error });
        port.postMessage("stopped");
      },
    );
  });
}
