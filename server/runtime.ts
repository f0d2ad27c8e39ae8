/**
 * The web half's beginning and end: migrate, start the engine's thread and keep it running, stop everything in order.
 * The engine runs from its source: Node strips the types, so no bundler stands between.
 */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { attendance } from "./attendance.ts";
import { printSetupLink } from "./auth/setup-link.ts";
import { finishAccountWork } from "./commands/accounts/finish-account-work.ts";
import { beat, noteEngineFailure } from "./engine-heartbeat.ts";
import { env } from "./env.ts";
import { doorbell } from "./events/doorbell.ts";
import { closeStreams } from "./events/open-streams.ts";
import { keepRunning } from "./keep-running.ts";
import { log } from "./log.ts";
import { sanitizeHtml } from "./mime/sanitize-html.ts";
import { closePool } from "./pool.ts";
import { singleton } from "./singleton.ts";
import { closeStore, migrateStore, store } from "./store.ts";
import { keyFor } from "./vault.ts";
import { waitingWriters } from "./waiting-writers.ts";

const stopLimitMs = 12_000;

type Engine = { worker: Worker | null; letGo: () => void };

const engine = () => singleton<Engine>("engine", () => ({ worker: null, letGo: () => {} }));

/** Called once, by `instrumentation.ts`, before the first request. */
export async function startRuntime(): Promise<void> {
  env();
  keyFor("vault");
  await migrateStore();
  await printSetupLink();
  engine().letGo = keepRunning({ start: startEngineThread, tell: noteEngineFailure });
  // Removals and moves of whole accounts go on where a kill left them; nobody needs to wait for that.
  finishAccountWork().catch((error: unknown) =>
    log("runtime").error("Work on an account was not finished.", { error }),
  );
  warmUp();
  process.once("SIGTERM", () => void stopAndExit());
  process.once("SIGINT", () => void stopAndExit());
}

/** The first HTML mail that somebody opens must not wait for a parser to be loaded. */
function warmUp(): void {
  sanitizeHtml({ html: "<p>", cidUrls: {}, showRemoteImages: false, imageProxy: null }).catch((error: unknown) =>
    log("runtime").warn("The parsing threads did not start.", { error }),
  );
}

function startEngineThread(): Worker {
  const worker = new Worker(join(/* turbopackIgnore: true */ process.cwd(), "server", "engine.ts"), {
    execArgv: ["--disable-warning=ExperimentalWarning"],
    workerData: { waitingWriters: waitingWriters().buffer, attendance: attendance().buffer },
  });
  engine().worker = worker;
  worker.on("message", beat);
  return worker;
}

async function stopAndExit(): Promise<void> {
  log("runtime").info("Stopping.");
  const emergency = setTimeout(() => process.exit(1), stopLimitMs);
  closeStreams();
  await stopEngine();
  await closePool();
  doorbell().close();
  store().checkpoint();
  closeStore();
  clearTimeout(emergency);
  process.exit(0);
}

async function stopEngine(): Promise<void> {
  const { worker, letGo } = engine();
  letGo();
  if (!worker) return;
  const stopped = new Promise<void>((resolve) => {
    worker.on("message", (message) => message === "stopped" && resolve());
    worker.on("exit", () => resolve());
  });
  worker.postMessage("stop");
  await stopped;
  await worker.terminate();
}
