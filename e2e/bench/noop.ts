import { Me } from "#lib/contracts/agent";
import { quote } from "#server/testing/dovecot/raw-imap";
import type { Dovecot } from "#server/testing/dovecot/start-dovecot";
import type { Api } from "../support/api.ts";
import { openBareClient } from "./bare-client.ts";
import { startCountingProxy, type CountingProxy } from "./counting-proxy.ts";
import { cpuMsOf } from "./process-usage.ts";
import { connectAccount, onStage, support, untilLive, type Figures } from "./stage.ts";

const folderCount = 200;
const mailSource =
  "From: a@post.example\r\nSubject: At rest\r\nMessage-ID: <rest@post.example>\r\n\r\nNothing new.\r\n";
/** What runs for the first time is interpreted. */
const warmUpCount = 100;
const listEnd = /^\S+ OK List completed/;

/** A look at an account of 200 folders in which nothing is new, against imapflow asking for the same list. */
export function benchNoop({ checkCount }: { checkCount: number }): Promise<Figures> {
  return onStage({ users: [support] }, async ({ dovecot, app, api }) => {
    await makeFolders(dovecot);
    const proxy = await startCountingProxy(dovecot.imapPort);
    try {
      const bare = await bareLists(proxy, checkCount);
      const { id } = await connectAccount(api, support, proxy.port);
      await untilLive(api, id, folderCount);
      await looks(api, id, proxy, warmUpCount);
      await cpuOfRequests(api, app.pid, warmUpCount);
      const requestCpuMs = await cpuOfRequests(api, app.pid, checkCount);
      const cpuBeforeMs = cpuMsOf(app.pid);
      const before = proxy.traffic();
      await looks(api, id, proxy, checkCount);
      const after = proxy.traffic();
      const cpuMs = cpuMsOf(app.pid) - cpuBeforeMs;
      const each = (value: number) => Number((value / checkCount).toFixed(2));
      return {
        folderCount,
        checkCount,
        roundTripsPerCheck: each(after.roundTripCount - before.roundTripCount),
        bytesPerCheck: each(after.sentBytes + after.receivedBytes - before.sentBytes - before.receivedBytes),
        // Without what any request takes: the engine looks by itself, too.
        cpuMsPerCheck: each(cpuMs - requestCpuMs),
        cpuMsPerCheckAndRequest: each(cpuMs),
        cpuMsPerRequest: each(requestCpuMs),
        ...bare,
      };
    } finally {
      proxy.stop();
    }
  });
}

async function makeFolders(dovecot: Dovecot): Promise<void> {
  const client = await dovecot.login(support.name);
  const names = Array.from({ length: folderCount }, (_, index) => `Customers ${index}`);
  for (const name of names) {
    await client.run(`CREATE ${quote(name)}`);
    await client.append(name, mailSource.replace("<rest@", `<rest.${name.replace(" ", ".")}@`), { flags: ["\\Seen"] });
  }
  client.close();
}

async function looks(api: Api, accountId: number, proxy: CountingProxy, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const isListed = proxy.heard(listEnd);
    await api.json("POST", `/api/accounts/${accountId}/sync`, () => undefined);
    await isListed;
  }
}

async function cpuOfRequests(api: Api, pid: number, count: number): Promise<number> {
  const beforeMs = cpuMsOf(pid);
  for (let index = 0; index < count; index += 1) await api.get("/api/me", Me);
  return cpuMsOf(pid) - beforeMs;
}

async function bareLists(proxy: CountingProxy, count: number): Promise<Figures> {
  const client = await openBareClient(proxy.port, support);
  const statusQuery = { messages: true, unseen: true, uidNext: true, uidValidity: true, highestModseq: true };
  await client.list({ statusQuery });
  const before = proxy.traffic();
  const cpu = process.cpuUsage();
  for (let index = 0; index < count; index += 1) await client.list({ statusQuery });
  const { user, system } = process.cpuUsage(cpu);
  const after = proxy.traffic();
  await client.logout();
  const each = (value: number) => Number((value / count).toFixed(2));
  return {
    bareRoundTrips: each(after.roundTripCount - before.roundTripCount),
    bareBytes: each(after.sentBytes + after.receivedBytes - before.sentBytes - before.receivedBytes),
    bareCpuMs: each((user + system) / 1000),
  };
}
