/**
 * The real sync engine, and the outbox where a test wants it, against a test's mail server, with the waits of a hurry, and a way to wait
 * until the store equals the server. Needs `useFreshStore()`.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { accountById } from "#db/queries/sync/accounts";
import { foldersOf } from "#db/queries/sync/folders";
import { quarantinedIn } from "#db/queries/sync/quarantine";
import type { EnginePart } from "../engine-part.ts";
import { AccountSessions } from "../imap/account-sessions.ts";
import { startOutbox } from "../outbox/worker.ts";
import { store } from "../store.ts";
import { startSync } from "../sync/engine.ts";
import { usualTiming, type Timing } from "../sync/timing.ts";
import { build } from "./build.ts";
import { openRawImap, type RawImap } from "./dovecot/raw-imap.ts";
import { storeDifferences } from "./store-differences.ts";

/** Looks all the time, reads all flags at every look, and forgives quickly. */
const hurriedTiming: Timing = {
  ...usualTiming,
  pollMs: 150,
  slowPollMs: 150,
  unwatchedInboxMs: 150,
  debounceMs: 20,
  newestScanInboxMs: 0,
  newestScanMs: 0,
  fullScanInboxMs: 0,
  fullScanMs: 0,
  recompareMs: 0,
  tellMs: 50,
  recheckMs: 50,
  networkRetryMs: { least: 50, most: 400 },
  refusedRetryMs: { least: 50, most: 400 },
  settingsRetryMs: 200,
  bisectRetryMs: 5,
  loginsPerSecond: Infinity,
  slowHistoryMs: 50,
  staggerMs: 0,
  quarantineMs: [200],
};

type Server = { port: number; name: string; password: string };
type Wishes = Parameters<typeof build.account>[0] & { timing?: Partial<Timing>; withOutbox?: boolean };

/** Both halves of the engine that speak to servers. */
export function startHurriedEngine(
  sessions: AccountSessions,
  options: Parameters<typeof startOutbox>[1],
): EnginePart[] {
  return [startOutbox(sessions, { prefetch: false, ...options }), startSync(sessions, hurriedTiming)];
}

export async function runSync(server: Server, { timing, withOutbox = false, ...wishes }: Wishes = {}) {
  const account = await build.account({
    username: server.name,
    password: server.password,
    imapPort: server.port,
    imapSecurity: "none",
    state: "connecting",
    ...wishes,
  });
  const start = () => {
    const sessions = new AccountSessions();
    const outbox = withOutbox ? [startOutbox(sessions)] : [];
    return { sessions, parts: [...outbox, startSync(sessions, { ...hurriedTiming, ...timing })] };
  };
  const stop = async () => {
    for (const part of engine.parts) await part.stop();
  };
  let engine = start();
  let client: RawImap | null = null;
  return {
    account,
    sessions: () => engine.sessions,
    /** Another mail program of the same user. */
    client: async () => (client ??= await openRawImap(server)),
    /** Waits until every UID and flag of every folder is what the server has. @throws with what differs */
    settled: (limitMs = 15_000) => settle(server, account.id, limitMs),
    stop: async () => {
      client?.close();
      client = null;
      await stop();
    },
    restart: async () => {
      await stop();
      engine = start();
    },
  };
}

export type RunningSync = Awaited<ReturnType<typeof runSync>>;

/** Asks again until `condition` holds; for what another thread or server does in its own time. */
export async function until<T>(
  condition: () => Promise<T | null | undefined | false>,
  limitMs = 15_000,
  what = "what the test waits for",
): Promise<T> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > deadline) throw new Error(`In ${limitMs} ms this did not come about: ${what}.`);
    await sleep(20);
  }
}

async function settle(server: Server, accountId: number, limitMs: number): Promise<void> {
  const client = await openRawImap(server);
  const deadline = performance.now() + limitMs;
  try {
    for (;;) {
      const account = await accountById(store().read, accountId);
      const differences = await storeDifferences(store().read, accountId, client);
      if (differences.length === 0 && account?.state === "live") return;
      if (performance.now() > deadline) {
        const shown = differences.slice(0, 20).join("\n");
        throw new Error(
          `Not settled; the account is ${account?.state} (${account?.stateDetail}).\n${shown}\n${await folderStates(accountId)}`,
        );
      }
      await sleep(40);
    }
  } finally {
    client.close();
  }
}

async function folderStates(accountId: number): Promise<string> {
  const rows = await foldersOf(store().read, accountId);
  const aside = (await Promise.all(rows.map((row) => quarantinedIn(store().read, row.id, row.generation)))).flat();
  return [...rows, ...aside]
    .map((row) => JSON.stringify(row, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value)))
    .join("\n");
}
