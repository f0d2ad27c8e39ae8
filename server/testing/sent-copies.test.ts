/** One copy in Sent, whatever the host does with what its SMTP server accepted. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { activities, folders, messages, placements } from "#db/schema/index";
import { isNull } from "drizzle-orm";
import type { EnginePart } from "../engine-part.ts";
import { AccountSessions } from "../imap/account-sessions.ts";
import { store } from "../store.ts";
import { build } from "./build.ts";
import { useFreshStore } from "./fresh-store.ts";
import { startHurriedEngine, until } from "./run-sync.ts";
import type { Capability } from "./scripted-imap/capabilities.ts";
import { capabilitySets } from "./scripted-imap/capabilities.ts";
import { startScriptedImap, type ScriptedImap } from "./scripted-imap/start-scripted-imap.ts";
import { plainMail } from "./scripted-sync.ts";
import { startSmtpSink, type SmtpSink } from "./smtp-sink.ts";
import { queueReply } from "../commands/sends/queue-reply.ts";
import { theSend } from "./queued-send.ts";

useFreshStore();
const user = { name: "help@team.test", password: "secret" };
let server: ScriptedImap;
let sink: SmtpSink;
let parts: EnginePart[] = [];

beforeEach(async () => {
  sink = await startSmtpSink();
});
afterEach(async () => {
  for (const part of parts.splice(0)) await part.stop();
  await server.stop();
  await sink.stop();
});

const sent = () => server.mailbox(user.name).folder("Sent").messages;
const file = (source: string) => void server.mailbox(user.name).deliver(source, "Sent");
const accepted = () => sink.mails[0]?.source.toString("latin1") ?? "";

const rewritten = (source: string) => source.replace(/^Message-ID: .*$/im, "Message-ID: <rewritten@host.test>");

/** An answer has been given to SMTP, which took it. */
async function answer(capabilities?: readonly Capability[]): Promise<void> {
  server = await startScriptedImap({ users: [user], ...(capabilities && { capabilities }) });
  server.mailbox(user.name).deliver(plainMail(1));
  const account = await build.account({
    username: user.name, password: user.password, emailAddress: user.name, imapPort: server.port, imapSecurity: "none",
    smtpPort: sink.port, smtpSecurity: "none", state: "connecting",
  }); // prettier-ignore
  parts = startHurriedEngine(new AccountSessions(), { sentLooksMs: [100, 100, 200] });
  const [question] = await until(async () => {
    const rows = await store().read.select().from(messages);
    const isReady = (await store().read.select().from(folders)).every((folder) => folder.backfillDone);
    return rows.length > 0 && isReady && rows;
  });
  const agent = await build.agent({ inboxIds: [account.inboxId] });
  await queueReply(agent, question?.conversationId ?? 0, { text: "On it.", idempotencyKey: "once", undoMs: 0 });
  await until(async () => sink.mails.length === 1);
}

const isStored = () => until(async () => (await theSend()).sentCopyState === "stored");

/** In the folder there, and as one message with one place in the store. */
async function holdsOne(): Promise<void> {
  await isStored();
  await vi.waitFor(async () => {
    expect(sent().filter(({ flags }) => !flags.has("\\Deleted"))).toHaveLength(1);
    const folder = (await store().read.select().from(folders)).find((one) => one.role === "sent");
    const live = await store().read.select().from(placements).where(isNull(placements.missingSince));
    expect(live.filter((one) => one.folderId === folder?.id).map((one) => one.messageId)).toEqual([
      (await theSend()).messageId,
    ]);
  }, 15_000);
}

describe("Sent holds one copy", () => {
  it("on a host that files none: the one that we write", async () => {
    await answer();
    await holdsOne();
    expect(server.requests.filter(({ command }) => command === "APPEND")).toHaveLength(1);
  });

  it.each([
    ["files its own at once", (source: string) => source],
    ["files its own at once under another Message-ID", rewritten],
  ])("on a host that %s: that one, and nothing is written", async (_, change) => {
    const filing = vi.fn(() => file(change(accepted())));
    const timer = setInterval(() => {
      if (sink.mails.length > 0 && filing.mock.calls.length === 0) filing();
    }, 5);
    await answer();
    await holdsOne();
    clearInterval(timer);
    expect(server.requests.filter(({ command }) => command === "APPEND")).toEqual([]);
  });

  it("on a host that files its own late: its own, and ours is taken away with what was marked on it", async () => {
    await answer();
    await holdsOne();
    const [ours] = sent();
    ours?.flags.add("\\Flagged");
    file(accepted());
    await until(async () => sent().length === 1 && sent()[0]?.uid !== ours?.uid);
    await holdsOne();
    expect(sent()[0]?.flags.has("\\Flagged")).toBe(true);
  });

  it("on a host that files it late under another Message-ID", async () => {
    await answer();
    await holdsOne();
    const [ours] = sent();
    file(rewritten(accepted()));
    await until(async () => sent().length === 1 && sent()[0]?.uid !== ours?.uid);
    await holdsOne();
  });

  it("and says so where it cannot: without UIDPLUS nothing is expunged", async () => {
    await answer(capabilitySets.qresync.filter((name) => name !== "UIDPLUS"));
    await isStored();
    await until(async () => sent().length === 1);
    file(accepted());
    await until(async () => (await theSend()).sentCopyState === "doubled");
    expect(sent().map(({ flags }) => flags.has("\\Deleted"))).toEqual([false, false]);
    expect(server.requests.filter(({ command }) => /EXPUNGE|CLOSE/.test(command))).toEqual([]);
    const told = (await store().read.select().from(activities)).find(({ kind }) => kind === "act-failed");
    expect(told?.data).toMatchObject({ act: "tidy-sent" });
  });
});
