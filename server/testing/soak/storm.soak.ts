/** Three hundred accounts on one server, and what happens to servers and to the way there. Takes some twenty minutes. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accounts, messages, placements } from "#db/schema/index";
import { generic } from "#lib/providers/generic";
import { AccountSessions } from "../../imap/account-sessions.ts";
import { store } from "../../store.ts";
import { startSync } from "../../sync/engine.ts";
import { build } from "../build.ts";
import { startChaosProxy, type ChaosProxy } from "../chaos-proxy.ts";
import { startDovecot, type Dovecot } from "../dovecot/start-dovecot.ts";
import { useFreshStore } from "../fresh-store.ts";
import { seededRandom } from "../seeded-random.ts";
import { storeDifferences } from "../store-differences.ts";

const accountCount = Number(process.env["ACCOUNTS"] ?? 300);
const healsWithinMs = 5 * 60_000;
const users = Array.from({ length: accountCount }, (_, index) => ({ name: `user${index}`, password: "secret" }));
const random = seededRandom(20261125);

useFreshStore();
let dovecot: Dovecot;
let proxy: ChaosProxy;
let deliveredCount = 0;

beforeAll(async () => {
  dovecot = await startDovecot({ users });
  proxy = await startChaosProxy(dovecot.imapPort, random);
}, 60_000);
afterAll(async () => {
  proxy.stop();
  await dovecot.stop();
});

it("heals from a killed server, from connections that hang, and from a bad line; loses nothing, doubles nothing, storms no server", async () => {
  for (const user of users) await deliver(user.name);
  const ids = new Map<number, string>();
  const inbox = await build.inbox();
  for (const { name, password } of users) {
    const account = await build.account({
      username: name, password, emailAddress: `${name}@team.test`, inboxId: inbox.id,
      imapPort: proxy.port, imapSecurity: "none", state: "connecting",
    }); // prettier-ignore
    ids.set(account.id, name);
  }
  const sync = startSync(new AccountSessions());
  await heals("after the start", ids);

  await dovecot.kill();
  await expect.poll(() => countOf("live"), { timeout: 120_000, interval: 500 }).toBe(0);
  await dovecot.restart();
  await deliverSome();
  await heals("after the server was killed", ids);

  proxy.freeze();
  await deliverSome();
  await heals("after all connections froze", ids);

  proxy.weather = { delayMs: 60, lossShare: 0.02 };
  for (let round = 0; round < 5; round += 1) await deliverSome();
  await heals("on a line of 120 ms that loses 2 %", ids);

  await sync.stop();
  expect(await store().read.$count(messages)).toBe(deliveredCount);
  expect(await store().read.$count(placements)).toBe(deliveredCount);
  const logins = Map.groupBy(
    proxy.said.filter(({ line }) => /^\S+ (LOGIN|AUTHENTICATE) /i.test(line)),
    ({ at }) => Math.floor(at / 1000),
  );
  const busiest = Math.max(...logins.values().map((list) => list.length));
  process.stdout.write(`Logins: ${[...logins.values()].flat().length}, in the busiest second ${busiest}.\n`);
  // Two windows of a second each may touch one second of the clock.
  expect(busiest).toBeLessThanOrEqual(2 * generic.limits.loginsPerSecond);
}, 3_600_000);

async function heals(when: string, ids: Map<number, string>): Promise<void> {
  const startedAt = performance.now();
  await expect
    .poll(async () => ({ stored: await store().read.$count(placements), live: await countOf("live") }), {
      timeout: healsWithinMs,
      interval: 500,
    })
    .toEqual({ stored: deliveredCount, live: accountCount });
  process.stdout.write(
    `All ${accountCount} were well ${when} in ${Math.round((performance.now() - startedAt) / 1000)} s.\n`,
  );
  for (const [accountId, name] of ids) {
    const client = await dovecot.login(name);
    expect(await storeDifferences(store().read, accountId, client)).toEqual([]);
    client.close();
  }
}

const countOf = (state: "live") => store().read.$count(accounts, eq(accounts.state, state));

/** To every fifth of them. */
async function deliverSome(): Promise<void> {
  for (const { name } of users) if (random.next() < 0.2) await deliver(name);
}

async function deliver(name: string): Promise<void> {
  deliveredCount += 1;
  await dovecot.deliver(
    name,
    `From: Ada <ada@customer.test>\r\nTo: ${name}@team.test\r\nSubject: Question ${deliveredCount}\r\n` +
      `Message-ID: <q.${deliveredCount}@customer.test>\r\nDate: Wed, 25 Nov 2026 09:00:00 +0000\r\n\r\nHello.\r\n`,
  );
}
