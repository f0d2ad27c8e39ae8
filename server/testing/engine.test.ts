/** Sync and outbox together, against a real mail server: what one does must not surprise the other. */
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { conversations, folders, messages, operations, placements, sends } from "#db/schema/index";
import { moveConversation } from "../commands/conversations/move-conversation.ts";
import { setSeen } from "../commands/conversations/set-seen.ts";
import { queueReply } from "../commands/sends/queue-reply.ts";
import type { EnginePart } from "../engine-part.ts";
import { AccountSessions } from "../imap/account-sessions.ts";
import { startOutbox } from "../outbox/worker.ts";
import { store } from "../store.ts";
import { startSync } from "../sync/engine.ts";
import { build } from "./build.ts";
import { startDovecot, type Dovecot } from "./dovecot/start-dovecot.ts";
import { useFreshStore } from "./fresh-store.ts";
import { customerMail } from "./outbox-mailbox.ts";
import { startSmtpSink, type SmtpSink } from "./smtp-sink.ts";

useFreshStore();

let dovecot: Dovecot;
let sink: SmtpSink;
let parts: EnginePart[] = [];
let account: Awaited<ReturnType<typeof build.account>>;
let n = 0;
const patience = 20_000;
const mailboxOf = (address: string) => address.split("@")[0] ?? "";

beforeAll(async () => {
  const names = Array.from({ length: 10 }, (_, index) => [`team${index}`, `c${index}`]).flat();
  dovecot = await startDovecot({ users: names.map((name) => ({ name, password: "secret" })) });
});
afterAll(() => dovecot.stop());

beforeEach(async () => {
  n += 1;
  sink = await startSmtpSink({ deliverTo: (address, source) => dovecot.deliver(mailboxOf(address), source) });
  account = await build.account({
    emailAddress: `team${n}@team.test`,
    username: `team${n}`,
    imapPort: dovecot.imapPort,
    imapSecurity: "none",
    smtpPort: sink.port,
    smtpSecurity: "none",
    state: "connecting",
  });
  const sessions = new AccountSessions();
  parts = [startOutbox(sessions), startSync(sessions)];
});
afterEach(async () => {
  for (const part of parts) await part.stop();
  await sink.stop();
});

const letter = () => customerMail(1).replaceAll("c@customer.test", `c${n}@customer.test`).replace("team@", `team${n}@`);

async function onServer(user: string, path: string): Promise<string[]> {
  const other = await dovecot.login(user);
  try {
    await other.run(`SELECT ${path}`);
    return (await other.run("UID FETCH 1:* (FLAGS)")).filter((line) => line.includes("FETCH"));
  } catch {
    return [];
  } finally {
    other.close();
  }
}

/** A mail has arrived, its text is here, and somebody is there to answer it. */
async function arrived() {
  await dovecot.deliver(`team${n}`, letter());
  const message = await vi.waitFor(async () => {
    const [row] = await store().read.select().from(messages);
    expect(row?.bodyState).toBe("stored");
    return row;
  }, patience);
  const agent = await build.agent({ inboxIds: [account.inboxId] });
  return { agent, conversationId: message?.conversationId ?? 0 };
}

const settled = () =>
  vi.waitFor(async () => {
    const rows = await store().read.select().from(operations);
    expect(rows.filter((row) => row.state !== "done").map((row) => [row.kind, row.state, row.lastError])).toEqual([]);
  }, patience);

/** Every live placement of a folder, by where the store believes it to be. */
async function inStore(role: "inbox" | "sent" | "archive") {
  const rows = await store()
    .read.select({
      uid: placements.uid,
      messageId: placements.messageId,
      movingTo: placements.movingToFolderId,
      missingSince: placements.missingSince,
    })
    .from(placements)
    .innerJoin(folders, eq(folders.id, placements.folderId))
    .where(eq(folders.role, role));
  return rows.filter((row) => row.missingSince === null);
}

describe("sync and outbox", () => {
  it("bring an answer to the customer and one copy to Sent, and the customer's answer back into the conversation", async () => {
    const { agent, conversationId } = await arrived();
    const body = { text: "On it.", idempotencyKey: "answer-once", undoMs: 0, status: "closed" as const };
    const { messageId, internetMessageId } = await queueReply(agent, conversationId, body);
    await vi.waitFor(async () => expect((await store().read.select().from(sends))[0]?.state).toBe("sent"), patience);
    await settled();
    expect(await onServer(`c${n}`, "INBOX")).toHaveLength(1);
    await vi.waitFor(async () => expect(await inStore("sent")).toMatchObject([{ messageId }]), patience);
    expect(await onServer(`team${n}`, "Sent")).toHaveLength(1);
    expect((await onServer(`team${n}`, "INBOX"))[0]).toMatch(/\\Answered.*\\Seen|\\Seen.*\\Answered/);

    await dovecot.deliver(
      `team${n}`,
      letter()
        .replace("mail-1@", "mail-2@")
        .replace("Subject: Mail 1", `Subject: Re: Mail 1\r\nIn-Reply-To: <${internetMessageId}>`),
    );
    await vi.waitFor(async () => {
      const rows = await store().read.select().from(messages);
      expect(rows.map((row) => row.conversationId)).toEqual([conversationId, conversationId, conversationId]);
      const [conversation] = await store().read.select().from(conversations);
      expect(conversation?.status).toBe("open");
    }, patience);
    // Nothing came twice: one message a mail, one placement a copy.
    expect(await inStore("sent")).toHaveLength(1);
  });

  it("move a conversation away and see it where it went, once", async () => {
    const { agent, conversationId } = await arrived();
    await setSeen(agent, conversationId, true);
    await moveConversation(agent, conversationId, { role: "archive" });
    await settled();
    await vi.waitFor(async () => {
      expect(await inStore("archive")).toMatchObject([{ movingTo: null }]);
      expect(await inStore("inbox")).toEqual([]);
    }, patience);
    expect(await onServer(`team${n}`, "INBOX")).toEqual([]);
    expect((await onServer(`team${n}`, "Archive"))[0]).toContain("\\Seen");
    expect(await store().read.select().from(messages)).toHaveLength(1);
  });
});
