import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { attachments, conversations, drafts, messageBodies, messageRefs, messages, notes, operations, placements, sends } from "#db/schema/index"; // prettier-ignore
import type { SendMail } from "#lib/contracts/send";
import type { Agent } from "../../auth/agent.ts";
import { keepBlob, readBlob } from "../../blobs.ts";
import { parseHeaders } from "../../mime/parse-headers.ts";
import { parseSource } from "../../mime/parse-source.ts";
import { store } from "../../store.ts";
import { build } from "../../testing/build.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { queueReply } from "./queue-reply.ts";

useFreshStore();

type Row<T extends { $inferSelect: unknown }> = T["$inferSelect"];
let agent: Agent;
let account: Awaited<ReturnType<typeof build.account>>;
let incoming: Row<typeof messages>;
let keyCount = 0;

beforeEach(async () => {
  account = await build.account({ senderName: "Acme Support", emailAddress: "help@acme.test" });
  agent = await build.agent({ inboxIds: [account.inboxId] });
  incoming = await build.message({
    fromName: "Carla",
    fromAddress: "carla@customer.test",
    to: [{ name: "", address: "help@acme.test" }],
    cc: [{ name: "Boss", address: "boss@customer.test" }],
    subject: "Printer on fire",
    inReplyTo: "second@customer.test",
    references: ["first@customer.test", "second@customer.test"],
    bodyState: "stored",
  });
  const folder = await build.folder({ accountId: account.id });
  await build.placement({ messageId: incoming.id, folderId: folder.id });
  await store().write(async (tx) => {
    await tx
      .insert(messageBodies)
      .values({ messageId: incoming.id, text: "It burns.", html: "<p>It <b>burns</b>.</p>" });
  });
});

function reply(body: Partial<SendMail> = {}, who = agent) {
  const idempotencyKey = `test-key-${(keyCount += 1)}`;
  return queueReply(who, incoming.conversationId, { text: "Use water.", idempotencyKey, ...body });
}

async function sourceOf(messageId: number): Promise<Buffer> {
  const [row] = await store().read.select().from(messages).where(eq(messages.id, messageId));
  return readBlob(row?.sourceBlob ?? "");
}

async function headersOf(messageId: number) {
  const source = await sourceOf(messageId);
  return parseHeaders(source.subarray(0, source.indexOf("\r\n\r\n") + 4));
}

describe("queueReply", () => {
  it("writes headers that say what is answered, by whom and to whom", async () => {
    const { messageId, internetMessageId } = await reply();
    expect(await headersOf(messageId)).toMatchObject({
      internetMessageId,
      from: { name: "Acme Support", address: "help@acme.test" },
      to: [{ name: "Carla", address: "carla@customer.test" }],
      cc: [],
      subject: "Re: Printer on fire",
      inReplyTo: incoming.internetMessageId,
      references: ["first@customer.test", "second@customer.test", incoming.internetMessageId],
    });
    expect(internetMessageId).toMatch(/@acme\.test$/);
  });

  it("writes text and HTML with the answered mail quoted, and nothing that a note said", async () => {
    await build.note({ conversationId: incoming.conversationId, inboxId: account.inboxId, text: "Customer is rude" });
    const { messageId } = await reply({
      html: '<p>Use <b>water</b>.<img src="https://evil.test/x.gif"><script>x</script></p>',
    });
    const { text, html } = await parseSource(await sourceOf(messageId));
    expect(text).toContain("> It burns.");
    expect(html).toContain("<b>water</b>");
    expect(html).toContain("<blockquote");
    const whole = (await sourceOf(messageId)).toString();
    expect(whole).toContain("multipart/alternative");
    for (const secret of ["rude", "evil.test", "<script"]) expect(whole).not.toContain(secret);
    expect(await store().read.select().from(notes)).toHaveLength(1);
  });

  it("writes text only where no HTML is given, the quote in text as well, and an image as a file", async () => {
    const blob = await keepBlob(Buffer.from("png"));
    const image = { filename: "lid.png", contentType: "image/png", contentId: "lid@acme.test", inline: true };
    const upload = await build.attachment({ messageId: null, uploadedById: agent.id, blob, ...image });
    const { messageId } = await reply({ attachmentIds: [upload.id], closingText: "-- \nAda" });
    const source = await sourceOf(messageId);
    const { text, html } = await parseSource(source);
    expect(html).toBe("");
    expect(text).toMatch(/^Use water\.\n\n.*\n\n> It burns\.\n\n-- \nAda/);
    expect(source.toString()).not.toMatch(/text\/html|multipart\/(?:alternative|related)|content-id/i);
    expect(source.toString()).toMatch(/content-disposition: attachment; filename=lid\.png/i);
  });

  it("promises once, however often it is asked with the same key", async () => {
    const [first, second] = await Promise.all([
      reply({ idempotencyKey: "the-same-key" }),
      reply({ idempotencyKey: "the-same-key" }),
    ]);
    expect(second).toEqual(first);
    expect(await reply({ idempotencyKey: "the-same-key", text: "Something else" })).toEqual(first);
    expect(await store().read.select().from(sends)).toHaveLength(1);
  });

  it("keeps what is written: message, threads, operation, and the envelope", async () => {
    const bcc = [{ name: "", address: "archive@acme.test" }];
    const { messageId, internetMessageId, sendId } = await reply({ bcc, undoMs: 5000 });
    const [row] = await store().read.select().from(messages).where(eq(messages.id, messageId));
    expect(row).toMatchObject({
      direction: "out",
      authorId: agent.id,
      bodyState: "stored",
      preview: "Use water.",
      bcc,
    });
    const refs = await store().read.select().from(messageRefs).where(eq(messageRefs.messageId, messageId));
    expect(refs.find((ref) => ref.isSelf)?.internetMessageId).toBe(internetMessageId);
    expect(refs).toHaveLength(4);
    const [send] = await store().read.select().from(sends);
    expect(send?.recipients).toEqual(["carla@customer.test", "archive@acme.test"]);
    expect((await sourceOf(messageId)).toString()).not.toContain("archive@acme.test");
    const [operation] = await store().read.select().from(operations).where(eq(operations.sendId, sendId));
    expect(operation?.notBefore.getTime()).toBe((send?.createdAt.getTime() ?? 0) + 5000);
  });

  it("is refused with what is new when the conversation moved on", async () => {
    const later = await build.message({
      conversationId: incoming.conversationId,
      receivedAt: new Date(incoming.receivedAt.getTime() + 1000),
    });
    await build.placement({
      messageId: later.id,
      accountId: account.id,
      folderId: (await build.folder({ accountId: account.id, role: "none" })).id,
    });
    const refusal = await reply({ lastSeenMessageId: incoming.id }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "stale", details: { extra: { newMessages: [{ id: later.id }] } } });
    await expect(reply({ lastSeenMessageId: later.id })).resolves.toBeDefined();
  });

  it("is not refused because a backfill brought old mail", async () => {
    const older = await build.message({
      conversationId: incoming.conversationId,
      receivedAt: new Date(incoming.receivedAt.getTime() - 86_400_000),
    });
    await build.placement({
      messageId: older.id,
      folderId: (await build.folder({ accountId: account.id, role: "none" })).id,
    });
    await expect(reply({ lastSeenMessageId: incoming.id })).resolves.toBeDefined();
  });

  it("marks as seen what it answers, here and on the server", async () => {
    await reply();
    const [placement] = await store().read.select().from(placements);
    expect(placement?.seen).toBe(true);
    const wished = await store().read.select().from(operations).where(eq(operations.kind, "store-flags"));
    expect(wished.map((one) => one.payload)).toEqual([{ kind: "store-flags", add: ["\\Seen"], remove: [] }]);
  });

  it("closes the conversation and discards the draft with it", async () => {
    const draft = await build.draft({ conversationId: incoming.conversationId, authorId: agent.id });
    await reply({ status: "closed", draftId: draft.id });
    const [row] = await store().read.select().from(conversations).where(eq(conversations.id, incoming.conversationId));
    expect(row).toMatchObject({ status: "closed" });
    expect(await store().read.select().from(drafts)).toEqual([]);
  });

  it("goes out from the account that the mail was addressed to", async () => {
    const other = await build.account({ inboxId: account.inboxId, emailAddress: "sales@acme.test" });
    const folder = await build.folder({ accountId: other.id });
    await build.placement({ messageId: incoming.id, folderId: folder.id });
    const { sendId } = await reply();
    expect((await store().read.select().from(sends).where(eq(sends.id, sendId)))[0]?.accountId).toBe(account.id);
    const chosen = await reply({ accountId: other.id });
    expect((await headersOf(chosen.messageId)).from.address).toBe("sales@acme.test");
  });

  it.each<[string, () => Promise<Partial<SendMail>>]>([
    ["an account of another inbox", async () => ({ accountId: (await build.account()).id })],
    [
      "a read-only account",
      async () => ({ accountId: (await build.account({ inboxId: account.inboxId, mode: "read-only" })).id }),
    ],
    ["nothing written", async () => Promise.resolve({ text: " \n" })],
    ["an upload of somebody else", async () => ({ attachmentIds: [(await build.attachment({ messageId: null })).id] })],
    ["a message of another conversation as last seen", async () => ({ lastSeenMessageId: (await build.message()).id })],
  ])("is refused with %s", async (_case, body) => {
    await expect(reply(await body())).rejects.toMatchObject({ code: "invalid" });
    expect(await store().read.select().from(sends)).toEqual([]);
  });

  it("is refused in a conversation that the agent does not see", async () => {
    const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
    await expect(reply({}, stranger)).rejects.toMatchObject({ code: "not_found" });
  });

  it("carries uploads of its writer, and no more than 25 MB of them", async () => {
    const content = Buffer.from("%PDF-1.7 report");
    const upload = { messageId: null, uploadedById: agent.id, blob: await keepBlob(content) };
    const small = await build.attachment({ ...upload, sizeBytes: content.length });
    // A file speaks for itself.
    const { messageId } = await reply({ text: "", quote: "none", attachmentIds: [small.id] });
    const { attachments: found } = await parseSource(await sourceOf(messageId));
    expect(Buffer.from(found[0]?.content ?? [])).toEqual(content);
    const [row] = await store().read.select().from(attachments).where(eq(attachments.id, small.id));
    expect(row?.messageId).toBe(messageId);
    await expect(reply({ attachmentIds: [small.id] })).rejects.toMatchObject({ code: "invalid" });
    const large = await build.attachment({ ...upload, sizeBytes: 26 * 1024 * 1024 });
    await expect(reply({ attachmentIds: [large.id] })).rejects.toMatchObject({ code: "too_large" });
  });
});
