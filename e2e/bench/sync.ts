import { setTimeout as sleep } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import { Account } from "#lib/contracts/account";
import { Conversation } from "#lib/contracts/conversation";
import { pageOf } from "#lib/contracts/paging";
import { startDovecot, type Dovecot } from "#server/testing/dovecot/start-dovecot";
import { Api } from "../support/api.ts";
import { App } from "../support/app.ts";
import { until } from "../support/until.ts";
import { fillMailbox } from "./fill-mailbox.ts";

const user = { name: "support", password: "bench" };
const agent = { email: "bench@acme.test", name: "Bench", role: "admin", password: "a long bench password" } as const;

/**
 * A first sync from POST to the last header stored, against a bare imapflow loop that fetches the same items of the same folder in the
 * same run and keeps nothing.
 */
export async function benchSync({ mailCount }: { mailCount: number }): Promise<Record<string, number>> {
  const dovecot = await startDovecot({ users: [user] });
  const app = new App();
  try {
    await fillMailbox(dovecot, user.name, mailCount);
    await bareLoop(dovecot);
    const bareMs = await bareLoop(dovecot);
    await app.start();
    app.addAgent(agent);
    const api = new Api(app.url, app.addToken(agent.email));
    return {
      mailCount,
      bareMailsPerSecond: rate(mailCount, bareMs),
      ...(await measureApp(api, dovecot, mailCount, bareMs)),
    };
  } finally {
    await app.dispose();
    await dovecot.stop();
  }
}

async function measureApp(
  api: Api,
  dovecot: Dovecot,
  mailCount: number,
  bareMs: number,
): Promise<Record<string, number>> {
  const startedAt = performance.now();
  const server = { host: "127.0.0.1", port: dovecot.imapPort, security: "none" };
  const settings = {
    name: "Support",
    emailAddress: "support@acme.test",
    username: user.name,
    password: user.password,
    mode: "two-way",
    imap: server,
    smtp: server,
  };
  const account = await api.json("POST", "/api/accounts", (value) => Account.parse(value), settings);
  await until(
    "fifty conversations",
    () => api.get("/api/conversations?view=open&limit=50", pageOf(Conversation)),
    (page) => page.items.length === 50,
  );
  const firstFiftyMs = performance.now() - startedAt;
  const answerMs: number[] = [];
  await until(
    "all headers",
    async () => {
      // A few times a second, as agents would: a poll without a pause would take the second core for itself.
      await sleep(150);
      const askedAt = performance.now();
      await api.get("/api/conversations?view=open&limit=50", pageOf(Conversation));
      answerMs.push(performance.now() - askedAt);
      return api.get(`/api/accounts/${account.id}`, Account);
    },
    (now) => now.placementCount >= mailCount,
    600_000,
  );
  const storedMs = performance.now() - startedAt;
  answerMs.sort((a, b) => a - b);
  return {
    firstFiftyMs: Math.round(firstFiftyMs),
    storedMailsPerSecond: rate(mailCount, storedMs),
    ratioToBare: Number((bareMs / storedMs).toFixed(3)),
    listAnswerP95Ms: Math.round(answerMs[Math.floor(answerMs.length * 0.95)] ?? 0),
  };
}

async function bareLoop(dovecot: Dovecot): Promise<number> {
  const client = new ImapFlow({
    host: dovecot.host,
    port: dovecot.imapPort,
    secure: false,
    auth: { user: user.name, pass: user.password },
    logger: false,
  });
  await client.connect();
  await client.mailboxOpen("INBOX");
  const startedAt = performance.now();
  const headers = [
    "message-id",
    "in-reply-to",
    "references",
    "subject",
    "from",
    "to",
    "cc",
    "date",
    "list-id",
    "auto-submitted",
  ];
  for await (const row of client.fetch("1:*", {
    uid: true,
    flags: true,
    internalDate: true,
    size: true,
    bodyStructure: true,
    headers,
  }))
    void row;
  const ms = performance.now() - startedAt;
  await client.logout();
  return ms;
}

const rate = (count: number, ms: number) => Math.round((count / ms) * 1000);
