/** Keeps one worker for every account that is not paused; looks again whenever the bell rings. */
import { accountById, accountSwitches, type AccountRow } from "#db/queries/sync/accounts";
import { sampleProvider } from "#lib/providers/sample";
import { attendance } from "#server/attendance";
import type { EnginePart } from "#server/engine-part";
import { doorbell } from "#server/events/doorbell";
import type { AccountSessions } from "#server/imap/account-sessions";
import { log } from "#server/log";
import { store } from "#server/store";
import { AccountWorker } from "./account-worker.ts";
import { SampleWorker } from "./sample/sample-worker.ts";
import { usualTiming, type Timing } from "./timing.ts";
import { ByteBudget } from "./throttle/byte-budget.ts";
import { ByteNews } from "./throttle/byte-news.ts";
import { ConnectionBudget } from "./throttle/connection-budget.ts";
import { trafficMeter } from "./throttle/traffic-meter.ts";
import type { Worker, WorkerOptions } from "./worker-options.ts";

const logger = log("sync");
/** The bell rings many times a second while mail comes in: the accounts are looked at no oftener than this. */
const reconcileEveryMs = 100;

type Running = { worker: Worker; settingsVersion: number; lookVersion: number; connection: string };

export function startSync(sessions: AccountSessions, timing: Timing = usualTiming): EnginePart {
  const budget = new ConnectionBudget(timing);
  const bytes = new ByteBudget(trafficMeter());
  const news = new ByteNews();
  trafficMeter().start(() => news.tell(bytes));
  const workers = new Map<number, Running>();
  const unlisten = [
    sessions.holds.addSource(bytes.holdsOf),
    sessions.holds.listen((accountId) => workers.get(accountId)?.worker.lookAround()),
    attendance().whenSomebodyComes(() => workers.forEach(({ worker }) => worker.lookAround())),
    sessions.onWanted((accountId) => workers.get(accountId)?.worker.wanted()),
  ];
  let isStopped = false;
  let timer: NodeJS.Timeout | null = null;
  let tail = Promise.resolve();

  const reconcile = async () => {
    const switches = await accountSwitches(store().read);
    const wanted = new Map(switches.filter((row) => row.state !== "paused").map((row) => [row.id, row]));
    for (const [accountId, running] of workers) {
      if (wanted.has(accountId)) continue;
      workers.delete(accountId);
      await running.worker.stop();
      trafficMeter().forget(accountId);
    }
    let startedCount = 0;
    for (const [accountId, { settingsVersion, lookVersion }] of wanted) {
      const running = workers.get(accountId);
      if (isStopped) return;
      if (running?.settingsVersion === settingsVersion) {
        if (running.lookVersion !== lookVersion) running.worker.look(false);
        running.lookVersion = lookVersion;
        continue;
      }
      const account = await accountById(store().read, accountId);
      if (!account) continue;
      const connection = connectionOf(account);
      if (running?.connection === connection) {
        Object.assign(running, { settingsVersion, lookVersion });
        running.worker.look(true);
        continue;
      }
      await running?.worker.stop();
      const worker = workerFor(account, { sessions, timing, budget, bytes });
      workers.set(accountId, { worker, settingsVersion, lookVersion, connection });
      worker.start(startedCount * timing.staggerMs);
      startedCount += 1;
    }
  };

  let lookedAt = -Infinity;
  const look = () => {
    timer = null;
    lookedAt = performance.now();
    tail = tail.then(async () => {
      if (isStopped) return;
      await reconcile().catch((error: unknown) => logger.error("The accounts could not be looked at.", { error }));
    });
  };
  const stopListening = doorbell().listen(() => {
    if (!isStopped) timer ??= setTimeout(look, Math.max(0, lookedAt + reconcileEveryMs - performance.now()));
  });
  look();

  return {
    stop: async () => {
      isStopped = true;
      stopListening();
      for (const stop of unlisten) stop();
      if (timer) clearTimeout(timer);
      await tail;
      await Promise.all([...workers.values()].map(({ worker }) => worker.stop()));
      workers.clear();
      await trafficMeter().stop();
    },
  };
}

function workerFor({ id, provider }: AccountRow, options: WorkerOptions): Worker {
  return provider === sampleProvider ? new SampleWorker(id, options) : new AccountWorker(id, options);
}

/** What a connection is made with: when any of it changes, it has to be made anew. */
function connectionOf(account: AccountRow): string {
  const { inboxId, imapHost, imapPort, imapSecurity, username, secret, historySince } = account;
  return JSON.stringify([inboxId, imapHost, imapPort, imapSecurity, username, secret, historySince]);
}
