/**
 * An hour of a busy team in some minutes: an account of fifty folders and 20,000 mails, another mail program and an agent at work; then
 * everything is compared, as the page of sync health does it.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Account } from "#lib/contracts/account";
import { AccountHealth, Comparison } from "#lib/contracts/sync-health";
import { operationsOf } from "#server/http/openapi";
import { otherClient } from "#server/testing/act-as-other-client";
import { agentAtWork } from "#server/testing/act-as-agent";
import { apiOf } from "#server/testing/ask-api";
import { build } from "#server/testing/build";
import { openRawImap } from "#server/testing/dovecot/raw-imap";
import { startDovecot, type Dovecot } from "#server/testing/dovecot/start-dovecot";
import { useFreshStore } from "#server/testing/fresh-store";
import { openOperations } from "#server/testing/operations-left";
import { runSync } from "#server/testing/run-sync";
import { apiRoutes } from "./openapi.json/routes.ts";

const user = { name: "help", password: "secret" };
const mailCount = Number(process.env["MAILS"] ?? 20_000);
/** One a second. */
const actCount = Number(process.env["ACTS"] ?? 3600);
const usual = ["INBOX", "Sent", "Drafts", "Trash", "Junk", "Archive"];
const paths = [...usual, ...Array.from({ length: 50 - usual.length }, (_, index) => `Team ${index + 1}`)];

const mail = (id: number) =>
  `Message-ID: <${id}@customer.test>\r\n${id % 3 === 0 ? `In-Reply-To: <${id - 2}@customer.test>\r\n` : ""}` +
  `From: Ada <ada${id % 97}@customer.test>\r\nTo: help@team.test\r\nSubject: Mail ${id}\r\n` +
  `Date: Mon, 1 Jan 2024 10:00:00 +0000\r\n\r\nHello ${id}.\r\n`;

describe("an account of fifty folders", () => {
  useFreshStore();
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot({ users: [user] });
  });
  afterAll(() => dovecot.stop());

  it("is equal to its server after an hour of work", async () => {
    const client = await openRawImap({ port: dovecot.imapPort, ...user });
    await fill();
    const agent = await build.agent({ role: "admin", inboxIds: [(await build.inbox()).id] });
    const api = apiOf(operationsOf(apiRoutes), agent);
    const login = { port: dovecot.imapPort, ...user };
    const [inboxId] = agent.inboxIds;
    const sync = await runSync(login, { ...(inboxId && { inboxId }), withOutbox: true });
    const path = `/api/accounts/${sync.account.id}`;
    const storedCount = async () => Account.parse(await (await api("GET", path)).json()).placementCount;
    await expect.poll(storedCount, { timeout: 300_000, interval: 500 }).toBe(mailCount);

    const working = paths.filter((path) => path !== "Drafts" && path !== "Junk");
    const other = otherClient(client, 20261125, (id) => mail(mailCount + id), working);
    const person = agentAtWork(api, sync.account.id, 7);
    for (let act = 1; act <= actCount; act += 1) {
      await (act % 3 === 0 ? person : other).step();
      await sleep(act % 10 === 0 ? 50 : 0);
    }
    await expect.poll(openOperations, { timeout: 300_000, interval: 500 }).toEqual([]);
    await sync.settled(300_000);

    const health = async () => AccountHealth.parse(await (await api("GET", `${path}/health`)).json());
    await api("POST", `${path}/comparison`);
    await expect.poll(async () => (await health()).comparison?.state, { timeout: 300_000, interval: 200 }).toBe("done");
    const comparison = Comparison.parse(await (await api("GET", `${path}/comparison`)).json());
    const { folders, ...counts } = comparison;
    process.stdout.write(`${JSON.stringify(counts)}\n`);
    expect(folders.filter((folder) => folder.state !== "done" || folder.differenceCount > 0)).toEqual([]);
    expect(comparison.equalCount).toBe(comparison.totalCount);
    expect(comparison.totalCount).toBeGreaterThan(mailCount / 2);
    client.close();
    await sync.stop();
  }, 3_600_000);

  async function fill(): Promise<void> {
    const client = await dovecot.login(user.name);
    for (const path of paths) await client.run(`CREATE "${path}"`).catch(() => undefined);
    for (let id = 1; id <= mailCount; id += 200) {
      const ids = Array.from({ length: Math.min(200, mailCount - id + 1) }, (_, offset) => id + offset);
      await Promise.all(ids.map((one) => client.append(paths[one % paths.length] ?? "INBOX", mail(one))));
    }
    client.close();
  }
});
