/** Three hundred accounts on a host that takes forty connections, twice as fast as in life. */
import { existsSync } from "node:fs";
import { count, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { placements } from "#db/schema/index";
import { AccountSessions } from "#server/imap/account-sessions";
import { store } from "#server/store";
import { startSync } from "#server/sync/engine";
import { usualTiming } from "#server/sync/timing";
import { build } from "./build.ts";
import { useFreshStore } from "./fresh-store.ts";
import { until } from "./run-sync.ts";
import { startScriptedImap, type ScriptedImap } from "./scripted-imap/start-scripted-imap.ts";
import { plainMail } from "./scripted-sync.ts";

const accountCount = 300;
/** How much faster than in life. */
export const haste = 2;
const cap = 40;
const loginsPerSecond = 10 * haste;
const users = Array.from({ length: accountCount }, (_, index) => ({ name: `user${index}`, password: "secret" }));
const timing = {
  ...usualTiming,
  loginsPerSecond,
  connectionsPerHost: cap,
  turnEveryMs: usualTiming.turnEveryMs / haste,
  turnMaxMs: usualTiming.turnMaxMs / haste,
  turnLingerMs: usualTiming.turnLingerMs / haste,
  pollMs: usualTiming.pollMs / haste,
  unwatchedInboxMs: usualTiming.unwatchedInboxMs / haste,
  staggerMs: 0,
};

/** @param limitMs how long it may take until every account is current, on this clock */
export function describeTurns(limitMs: number): void {
  // Each of them is a dozen commits, and a disk that others use too would be what is measured.
  useFreshStore({}, existsSync("/dev/shm") ? "/dev/shm" : undefined);
  let server: ScriptedImap;
  const loginsAt: number[] = [];
  let mostConnections = 0;

  beforeAll(async () => {
    server = await startScriptedImap({ users });
    server.setFaults(({ command }) => {
      mostConnections = Math.max(mostConnections, server.connectionCount());
      if (command === "LOGIN" || command === "AUTHENTICATE") loginsAt.push(performance.now());
      return undefined;
    });
  });
  afterAll(() => server.stop());

  it(
    "all are current in time, again and again, and the host never sees too many connections or logins",
    async () => {
      const inbox = await build.inbox();
      for (const { name, password } of users) {
        await build.account({
        username: name, password, emailAddress: `${name}@team.test`, inboxId: inbox.id,
        imapPort: server.port, imapSecurity: "none", state: "connecting",
      }); // prettier-ignore
      }
      deliverToAll(server, 1);
      const sync = startSync(new AccountSessions(), timing);
      await allHave(1, limitMs);
      deliverToAll(server, 2);
      await allHave(2, limitMs);
      await sync.stop();
      expect(mostConnections).toBeGreaterThan(cap / 2);
      expect(mostConnections).toBeLessThanOrEqual(cap);
      const busiest = Math.max(
        ...loginsAt.map((from) => loginsAt.filter((at) => at >= from && at < from + 1000).length),
      );
      // What was begun in one second may reach the server in the next: three are under way at once.
      expect(busiest).toBeLessThanOrEqual(loginsPerSecond + 3);
    },
    3 * limitMs,
  );
}

function deliverToAll(server: ScriptedImap, number: number): void {
  for (const { name } of users) server.mailbox(name).deliver(plainMail(`${name}-${number}`));
}

/** Every account, not most of them. */
async function allHave(number: number, limitMs: number): Promise<void> {
  await until(
    async () => {
      const rows = await store()
        .read.select({ total: count() })
        .from(placements)
        .where(isNull(placements.missingSince))
        .groupBy(placements.accountId);
      return rows.length === accountCount && rows.every(({ total }) => total === number);
    },
    limitMs,
    `mail ${number} of all accounts`,
  );
}
