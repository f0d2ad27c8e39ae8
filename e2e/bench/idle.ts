import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Account } from "#lib/contracts/account";
import { pageOf } from "#lib/contracts/paging";
import { SearchProgress } from "#lib/contracts/search";
import type { Dovecot } from "#server/testing/dovecot/start-dovecot";
import type { Api } from "../support/api.ts";
import { until } from "../support/until.ts";
import { cpuMsOf, residentKbOf } from "./process-usage.ts";
import { connectAccount, onStage, type Figures, type Login } from "./stage.ts";

const mailsEach = 3;
const settlingMs = 30_000;
/** Until nobody has used Postroom for a while. */
const restMs = 120_000;
/** Several of the looks that come at their own pace. */
const watchedMs = 120_000;
/** One that works and one that listens, as Postroom has them. */
const connectionsEach = 2;
// A process per connection would need the memory of the machine for the mail server.
const manyConnections = "service imap {\n  client_limit = 200\n}\n";

/** What accounts cost in which nothing happens, against as many bare imapflow connections. */
export function benchIdle({ accountCount }: { accountCount: number }): Promise<Figures> {
  const users = Array.from({ length: accountCount }, (_, index) => ({ name: `team${index}`, password: "bench" }));
  return onStage({ users, extraConfig: manyConnections }, async ({ dovecot, app, api }) => {
    for (const user of users) await fill(dovecot, user);
    const bareKb = await bareConnections(dovecot, users);
    await api.get("/api/accounts", pageOf(Account));
    // What its start took and is not needed any more goes first.
    await sleep(settlingMs);
    const emptyKb = residentKbOf(app.pid);
    const [first, ...others] = users;
    if (first) await connectAccount(api, first, dovecot.imapPort);
    await untilAllLive(api, 1);
    await sleep(settlingMs);
    // The first brings along what parses mail, once for all of them.
    const firstKb = residentKbOf(app.pid);
    const startedAt = performance.now();
    for (const user of others) await connectAccount(api, user, dovecot.imapPort);
    await untilAllLive(api, accountCount);
    const allLiveMs = Math.round(performance.now() - startedAt);
    await untilTextsAreHere(api);
    await sleep(restMs);
    const cpuBeforeMs = cpuMsOf(app.pid);
    await sleep(watchedMs);
    const cpuMs = cpuMsOf(app.pid) - cpuBeforeMs;
    const residentKb = residentKbOf(app.pid);
    return {
      accountCount,
      allLiveMs,
      emptyMb: Math.round(emptyKb / 1024),
      idleMb: Math.round(residentKb / 1024),
      kbPerAccount: Math.round((residentKb - emptyKb) / accountCount),
      kbPerFurtherAccount: Math.round((residentKb - firstKb) / others.length),
      bareKbPerAccount: Math.round(bareKb / accountCount),
      cpuPercent: Number(((cpuMs / watchedMs) * 100).toFixed(2)),
    };
  });
}

async function fill(dovecot: Dovecot, user: Login): Promise<void> {
  const client = await dovecot.login(user.name);
  for (let index = 0; index < mailsEach; index += 1) {
    const id = `${user.name}.${index}@post.example`;
    await client.append("INBOX", `From: a@post.example\r\nSubject: Hello\r\nMessage-ID: <${id}>\r\n\r\nHello.\r\n`);
  }
  client.close();
}

async function untilAllLive(api: Api, count: number): Promise<void> {
  await until(
    "all accounts to be live",
    async () => {
      await sleep(2000);
      const { items } = await api.get("/api/accounts", pageOf(Account));
      return items.filter((account) => account.state === "live" && account.placementCount >= mailsEach).length;
    },
    (liveCount) => liveCount === count,
    15 * 60_000,
  );
}

/** What can be searched is brought behind everything else, and takes longer than the mail's arrival. */
async function untilTextsAreHere(api: Api): Promise<void> {
  await until(
    "all mail to be searchable",
    async () => {
      await sleep(2000);
      return api.get("/api/search/progress", SearchProgress);
    },
    ({ messageCount, textCount }) => textCount === messageCount,
    15 * 60_000,
  );
}

/** In a process of their own. @returns the memory that they take */
async function bareConnections(dovecot: Dovecot, users: Login[]): Promise<number> {
  const child = fork(new URL("./bare-idlers.ts", import.meta.url), {
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  try {
    await once(child, "message");
    const emptyKb = residentKbOf(child.pid ?? 0);
    child.send({ port: dovecot.imapPort, logins: users, connectionsEach });
    await once(child, "message");
    await sleep(5000);
    return residentKbOf(child.pid ?? 0) - emptyKb;
  } finally {
    child.kill();
  }
}
