import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { attachments, conversationInboxes, conversations, drafts, operations, sends } from "#db/schema/index";
import type { Agent } from "../../auth/agent.ts";
import { keepBlob } from "../../blobs.ts";
import { store } from "../../store.ts";
import { build } from "../../testing/build.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { cancelSend } from "./cancel-send.ts";
import { queueMail } from "./queue-mail.ts";
import { queueReply } from "./queue-reply.ts";
import { retrySend } from "./retry-send.ts";

useFreshStore();

let agent: Agent;
let account: Awaited<ReturnType<typeof build.account>>;
let conversationId = 0;

beforeEach(async () => {
  account = await build.account();
  agent = await build.agent({ inboxIds: [account.inboxId] });
  const placement = await build.placement({ accountId: account.id });
  const [row] = await store().read.select().from(conversationInboxes);
  conversationId = row?.conversationId ?? placement.id;
});

const reply = (body = {}) =>
  queueReply(agent, conversationId, { html: "<p>Hello</p>", idempotencyKey: "some-key-1", ...body });

describe("cancelSend", () => {
  it("takes the mail out of the conversation and gives back what was written, its files too", async () => {
    const upload = await build.attachment({ messageId: null, uploadedById: agent.id, blob: await keepBlob(Buffer.from("x")), sizeBytes: 1 }); // prettier-ignore
    const { sendId } = await reply({ attachmentIds: [upload.id], status: "closed" });
    const count = async () => (await store().read.select().from(conversationInboxes))[0]?.messageCount;
    expect(await count()).toBe(2);
    await cancelSend(agent, sendId);
    expect(await count()).toBe(1);
    expect((await store().read.select().from(operations).where(eq(operations.sendId, sendId)))[0]?.state).toBe(
      "cancelled",
    );
    const [draft] = await store().read.select().from(drafts);
    expect(draft).toMatchObject({
      conversationId,
      authorId: agent.id,
      html: "<p>Hello</p>",
      kind: "reply",
      attachmentIds: [upload.id],
    });
    expect((await store().read.select().from(attachments))[0]?.messageId).toBeNull();
    expect((await store().read.select().from(conversations))[0]?.status).toBe("open");
    expect((await store().read.select().from(sends))[0]?.state).toBe("cancelled");
  });

  it("leaves no conversation of a new mail", async () => {
    const mail = {
      accountId: account.id,
      to: [{ name: "", address: "new@customer.test" }],
      subject: "Hello",
      text: "Hi",
    };
    const { sendId, conversationId: begun } = await queueMail(agent, { ...mail, idempotencyKey: "some-key-2" });
    const listed = async () => (await store().read.select().from(conversationInboxes)).map((row) => row.conversationId);
    expect(await listed()).toContain(begun);
    await cancelSend(agent, sendId);
    expect(await listed()).not.toContain(begun);
  });

  it.each(["inflight", "done", "uncertain"] as const)("comes too late when the operation is %s", async (state) => {
    const { sendId } = await reply();
    await store().write(async (tx) => {
      await tx.update(operations).set({ state });
      await tx.update(sends).set({ state: state === "done" ? "sent" : state === "uncertain" ? "uncertain" : "queued" });
    });
    await expect(cancelSend(agent, sendId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is not for colleagues, and for strangers there is nothing", async () => {
    const { sendId } = await reply();
    const colleague = await build.agent({ inboxIds: [account.inboxId] });
    await expect(cancelSend(colleague, sendId)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
    await expect(cancelSend(stranger, sendId)).rejects.toMatchObject({ code: "not_found" });
    await expect(retrySend(stranger, sendId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("queueMail", () => {
  it("names everything that a new mail needs and that is missing", async () => {
    const refusal = await queueMail(agent, { text: "Hi", idempotencyKey: "some-key-3" }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({
      code: "invalid",
      details: { issues: [{ path: "to" }, { path: "subject" }, { path: "accountId" }] },
    });
  });

  it("begins one conversation, however often it is asked with the same key", async () => {
    const mail = { accountId: account.id, to: [{ name: "", address: "new@customer.test" }], subject: "Hello", text: "Hi", idempotencyKey: "some-key-4" }; // prettier-ignore
    const first = await queueMail(agent, mail);
    expect(await queueMail(agent, mail)).toEqual(first);
    expect(await store().read.select().from(sends)).toHaveLength(1);
  });
});

describe("retrySend", () => {
  it("is refused while the mail is on its way", async () => {
    const { sendId } = await reply();
    await expect(retrySend(agent, sendId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("sends a doubtful mail once more, and only once", async () => {
    const { sendId } = await reply();
    await store().write(async (tx) => {
      await tx.update(operations).set({ state: "uncertain" }).where(eq(operations.sendId, sendId));
      await tx.update(sends).set({ state: "uncertain" });
    });
    await retrySend(agent, sendId);
    await expect(retrySend(agent, sendId)).rejects.toMatchObject({ code: "conflict" });
    const rows = await store().read.select().from(operations).where(eq(operations.sendId, sendId));
    expect(rows.map((row) => row.state)).toEqual(["cancelled", "pending"]);
  });
});
