import { Conversation } from "#lib/contracts/conversation";
import { pageOf } from "#lib/contracts/paging";
import type { Dovecot } from "#server/testing/dovecot/start-dovecot";
import type { RawImap } from "#server/testing/dovecot/raw-imap";
import type { Api } from "../support/api.ts";
import { openBareClient } from "./bare-client.ts";
import { fillMailbox } from "./fill-mailbox.ts";
import { percentiles } from "./percentiles.ts";
import { connectAccount, onStage, support, untilLive, type Figures } from "./stage.ts";

/** Every second of them is acted on by Postroom, the others by imapflow alone. */
const mailCount = 400;

/** From an act in the API to what another client of the server sees, against imapflow's own STORE and MOVE. */
export function benchWrite({ actCount }: { actCount: number }): Promise<Figures> {
  return onStage({ users: [support] }, async ({ dovecot, api }) => {
    await fillMailbox(dovecot, support.name, mailCount);
    await markUnseen(dovecot);
    const { id } = await connectAccount(api, support, dovecot.imapPort);
    await untilLive(api, id, mailCount);
    const count = Math.min(actCount, mailCount / 4);
    return { actCount: count, ...(await ofPostroom(dovecot, api, count)), ...(await ofImapflow(dovecot, count)) };
  });
}

async function ofPostroom(dovecot: Dovecot, api: Api, count: number): Promise<Figures> {
  const { items } = await api.get("/api/conversations?view=open&limit=100", pageOf(Conversation));
  const inbox = await openWitness(dovecot, "INBOX");
  const archive = await openWitness(dovecot, "Archive");
  const answerMs: number[] = [];
  const seenMs: number[] = [];
  const moveMs: number[] = [];
  const act = async (path: string, body?: unknown) => {
    const startedAt = performance.now();
    await api.json("PUT", path, () => undefined, body);
    answerMs.push(performance.now() - startedAt);
  };
  for (const { id } of items.slice(0, count))
    seenMs.push(await inbox.after(/FETCH \(.*\\Seen/, () => act(`/api/conversations/${id}/seen`)));
  for (const { id } of items.slice(0, count))
    moveMs.push(await archive.after(/EXISTS/, () => act(`/api/conversations/${id}/folder`, { role: "archive" })));
  inbox.close();
  archive.close();
  return { ...percentiles("answer", answerMs), ...percentiles("seen", seenMs), ...percentiles("move", moveMs) };
}

/** The oldest mails, none of which the list's first page shows. */
async function ofImapflow(dovecot: Dovecot, count: number): Promise<Figures> {
  const client = await openBareClient(dovecot.imapPort, support);
  await client.mailboxOpen("INBOX");
  const inbox = await openWitness(dovecot, "INBOX");
  const archive = await openWitness(dovecot, "Archive");
  const storeMs: number[] = [];
  const moveMs: number[] = [];
  const one = { uid: true };
  for (let uid = 1; uid <= count; uid += 1)
    storeMs.push(await inbox.after(/FETCH \(.*\\Seen/, () => client.messageFlagsAdd(`${uid}`, ["\\Seen"], one)));
  for (let uid = 1; uid <= count; uid += 1)
    moveMs.push(await archive.after(/EXISTS/, () => client.messageMove(`${uid}`, "Archive", one)));
  inbox.close();
  archive.close();
  await client.logout();
  return { ...percentiles("bareStore", storeMs), ...percentiles("bareMove", moveMs) };
}

type Witness = { after(line: RegExp, act: () => Promise<unknown>): Promise<number>; close(): void };

/** Another client that asks without a pause, so that it sees what happens as soon as the server shows it to anybody. */
async function openWitness(dovecot: Dovecot, folder: string): Promise<Witness> {
  const client = await dovecot.login(support.name);
  await client.run(`SELECT ${folder}`);
  return {
    after: async (line, act) => {
      // What is known already is no news.
      await client.run("NOOP");
      const startedAt = performance.now();
      const acting = act();
      await untilSaid(client, line);
      const tookMs = performance.now() - startedAt;
      await acting;
      return tookMs;
    },
    close: () => client.close(),
  };
}

async function untilSaid(client: RawImap, line: RegExp): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!(await client.run("NOOP")).some((said) => line.test(said))) {
    if (performance.now() > deadline) throw new Error(`The server has not shown ${line.source} within 30 s.`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function markUnseen(dovecot: Dovecot): Promise<void> {
  const client = await dovecot.login(support.name);
  await client.run("SELECT INBOX");
  await client.run("UID STORE 1:* -FLAGS.SILENT (\\Seen)");
  client.close();
}
