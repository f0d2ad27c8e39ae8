import { setTimeout as sleep } from "node:timers/promises";
import { inArray, notInArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations, sends } from "#db/schema/index";
import { store } from "../../store.ts";
import { build } from "../build.ts";
import { startDovecot, type Dovecot } from "../dovecot/start-dovecot.ts";
import { useFreshStore } from "../fresh-store.ts";
import { seededRandom } from "../seeded-random.ts";
import { startSmtpSink, type SmtpSink } from "../smtp-sink.ts";
import { storeDifferences } from "../store-differences.ts";
import { killVictim, startVictim } from "./start-victim.ts";

const killCount = 50;
const mailCount = 120;
const user = { name: "support", password: "secret" };

describe("an engine that is killed fifty times", () => {
  useFreshStore();
  let dovecot: Dovecot;
  let sink: SmtpSink;

  beforeAll(async () => {
    dovecot = await startDovecot({ users: [user] });
    sink = await startSmtpSink();
  });
  afterAll(async () => {
    await sink.stop();
    await dovecot.stop();
  });

  it("equals the server afterwards, has lost no reply and sent none twice", { timeout: 400_000 }, async () => {
    const accountId = await connectAccount(dovecot, sink);
    await deliver(dovecot, 0, mailCount);
    const other = await dovecot.login(user.name);
    const random = seededRandom(20261123);
    const promised = new Set<string>();
    for (let kill = 0; kill < killCount; kill += 1) {
      const victim = await startVictim(promised, ["--seed", String(kill)]);
      await deliver(dovecot, mailCount + kill, 1);
      await victim.hasActed(1 + Math.floor(random.next() * 12));
      await sleep(random.next() * 120);
      await other.run('SELECT "INBOX"');
      await other.run(`STORE 1 ${random.next() < 0.5 ? "+" : "-"}FLAGS (\\Flagged)`);
      await killVictim(victim);
    }
    const survivor = await startVictim(promised, ["--rest"]);
    await isAtRest();
    await expect
      .poll(() => storeDifferences(store().read, accountId, other), { timeout: 90_000, interval: 500 })
      .toEqual([]);
    await killVictim(survivor);
    other.close();

    const kept = await store()
      .read.select()
      .from(sends)
      .where(inArray(sends.internetMessageId, [...promised]));
    expect(promised.size).toBeGreaterThan(killCount / 2);
    expect(kept).toHaveLength(promised.size);
    const arrivals = Map.groupBy(sink.mails, (mail) => /^Message-ID: <(.+)>/im.exec(mail.source.toString())?.[1] ?? "");
    expect([...arrivals].filter(([, copies]) => copies.length > 1).map(([id]) => id)).toEqual([]);
    const unsent = kept.filter((send) => send.state === "sent" && !arrivals.has(send.internetMessageId));
    expect(unsent).toEqual([]);
    expect(kept.filter((send) => send.state !== "sent" && send.state !== "uncertain")).toEqual([]);
    expect(kept.filter((send) => send.state === "uncertain").length).toBeLessThanOrEqual(killCount);
  });

  /** No wish of an agent is open any more; a send that nobody can tell about waits for a person. */
  async function isAtRest(): Promise<void> {
    const open = () =>
      store()
        .read.select({
          id: operations.id,
          kind: operations.kind,
          state: operations.state,
          lastError: operations.lastError,
        })
        .from(operations)
        .where(notInArray(operations.state, ["done", "failed", "cancelled"]));
    await expect
      .poll(async () => (await open()).filter((row) => !(row.kind === "send" && row.state === "uncertain")), {
        timeout: 120_000,
        interval: 500,
      })
      .toEqual([]);
  }
});

async function connectAccount(dovecot: Dovecot, sink: SmtpSink): Promise<number> {
  const inbox = await build.inbox();
  const agent = await build.agent({ role: "admin", inboxIds: [inbox.id] });
  expect([inbox.id, agent.id]).toEqual([1, 1]);
  const account = await build.account({
    inboxId: inbox.id,
    emailAddress: "support@team.test",
    username: user.name,
    password: user.password,
    imapPort: dovecot.imapPort,
    imapSecurity: "none",
    smtpPort: sink.port,
    smtpSecurity: "none",
    state: "connecting",
  });
  return account.id;
}

async function deliver(dovecot: Dovecot, start: number, count: number): Promise<void> {
  for (let index = start; index < start + count; index += 1) {
    const lines = [
      `From: Customer ${index} <customer${index}@customer.test>`,
      "To: support@team.test",
      `Subject: Question ${index}`,
      `Message-ID: <question.${index}@customer.test>`,
      `Date: Mon, 23 Nov 2026 09:${String(index % 60).padStart(2, "0")}:00 +0000`,
      "",
      `This is question ${index}.`,
      "",
    ];
    await dovecot.deliver(user.name, lines.join("\r\n"));
  }
}
