import { describe, expect, it } from "vitest";
import { ConversationDetail } from "#lib/contracts/conversation";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { getConversation } from "./get-conversation.ts";

async function team() {
  const account = await build.account();
  const agent = await build.agent({ inboxIds: [account.inboxId], name: "Ada" });
  const folder = await build.folder({ accountId: account.id });
  return { account, agent, folder };
}

type MessageWishes = NonNullable<Parameters<typeof build.message>[0]>;

async function mail(folderId: number, wishes: MessageWishes = {}) {
  const message = await build.message(wishes);
  await build.placement({ messageId: message.id, folderId });
  return message;
}

describe("one conversation", () => {
  useFreshStore();

  it("is told with its messages, where they lie, and what they carry, oldest first", async () => {
    const { account, agent, folder } = await team();
    const late = await mail(folder.id, { receivedAt: new Date(2000), subject: "Late" });
    const { conversationId } = late;
    const early = await build.message({ conversationId, receivedAt: new Date(1000) });
    await build.placement({
      messageId: early.id,
      folderId: folder.id,
      seen: true,
      flagged: true,
      keywords: ["$Forwarded"],
    });
    const file = await build.attachment({ messageId: early.id, filename: "a.pdf" });
    const note = await build.note({ conversationId, authorId: agent.id, text: "Known customer" });
    const detail = await getConversation(agent, conversationId);
    expect(ConversationDetail.parse(detail)).toEqual(detail);
    expect(detail).toMatchObject({
      id: conversationId,
      accountIds: [account.id],
      unseen: true,
      flagged: true,
      messages: [
        {
          id: early.id,
          seen: true,
          flagged: true,
          placements: [
            { accountId: account.id, folderId: folder.id, uid: 2, flags: ["\\Seen", "\\Flagged", "$Forwarded"] },
          ],
          attachments: [{ id: file.id, filename: "a.pdf" }],
        },
        { id: late.id, seen: false, placements: [{ uid: 1, flags: [] }] },
      ],
      notes: [{ id: note.id, text: "Known customer", author: { id: agent.id, name: "Ada" } }],
    });
  });

  it("holds only what lies in the agent's own inboxes: messages, places, notes", async () => {
    const { account, agent, folder } = await team();
    const elsewhere = await team();
    const shared = await mail(folder.id);
    const { conversationId } = shared;
    await build.placement({ messageId: shared.id, folderId: elsewhere.folder.id });
    const hidden = await mail(elsewhere.folder.id, { conversationId });
    await build.note({ conversationId, inboxId: elsewhere.account.inboxId });
    const detail = await getConversation(agent, conversationId);
    expect(detail.messages.map((message) => message.id)).toEqual([shared.id]);
    expect(detail.messages[0]?.placements.map((placement) => placement.accountId)).toEqual([account.id]);
    expect([detail.notes, detail.inboxIds, detail.messageCount]).toEqual([[], [account.inboxId], 1]);
    const theirs = await getConversation(elsewhere.agent, conversationId);
    expect(theirs.messages.map((message) => message.id)).toEqual([shared.id, hidden.id]);
    expect(theirs.notes).toHaveLength(1);
  });

  it("shows a mail written here before any server has it, with how its sending goes, and none that was taken back", async () => {
    const { account, agent, folder } = await team();
    const { conversationId } = await mail(folder.id);
    const send = await build.send({
      accountId: account.id,
      conversationId,
      state: "retrying",
      lastError: "Greylisted",
    });
    await build.send({ accountId: account.id, conversationId, state: "cancelled" });
    const { messages } = await getConversation(agent, conversationId);
    expect(messages).toHaveLength(2);
    expect(messages[1]).toMatchObject({
      id: send.messageId,
      send: { id: send.id, state: "retrying", lastError: "Greylisted" },
    });
  });

  it("forgets a place that the server lost, and shows one that is on its way where it goes", async () => {
    const { account, agent, folder } = await team();
    const archive = await build.folder({ accountId: account.id, role: "archive" });
    const message = await mail(folder.id);
    const { conversationId } = message;
    await build.placement({ messageId: message.id, folderId: folder.id, missingSince: new Date() });
    await build.placement({ messageId: message.id, folderId: folder.id, movingToFolderId: archive.id });
    const { messages } = await getConversation(agent, conversationId);
    expect(messages[0]?.placements.map((placement) => placement.folderId)).toEqual([folder.id, archive.id]);
  });

  it("that was merged is answered with the one it was merged into", async () => {
    const { agent, folder } = await team();
    const { conversationId } = await mail(folder.id);
    const merged = await build.conversation({ mergedIntoId: conversationId });
    expect((await getConversation(agent, merged.id)).id).toBe(conversationId);
  });

  it("is not there for an agent of another inbox, also under the number it was merged from", async () => {
    const { folder } = await team();
    const { conversationId } = await mail(folder.id);
    const merged = await build.conversation({ mergedIntoId: conversationId });
    const { agent: stranger } = await team();
    for (const id of [conversationId, merged.id, 999])
      await expect(getConversation(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("warnings", () => {
  useFreshStore();

  const from = { fromAddress: "ada@customer.test", fromName: "Ada" };
  const results = (value: string) => ({ headers: { "authentication-results": value } });

  it.each([
    ["a name that claims another address", { fromName: "service@bank.test" }, "name-contains-address"],
    ["a name that repeats its own address", { fromName: "ada@customer.test" }, null],
    ["replies that go elsewhere", { replyTo: [{ name: "", address: "mallory@evil.test" }] }, "reply-to-differs"],
    ["replies to the same address in other letters", { replyTo: [{ name: "", address: "ADA@customer.test" }] }, null],
    ["a domain in punycode", { fromAddress: "ada@xn--pple-43d.test" }, "unusual-domain"],
    ["a failed SPF", results("mx.test; spf=fail smtp.mailfrom=x"), "spf-fail"],
    ["a failed DMARC", results("mx.test; dkim=none; dmarc=fail (p=REJECT)"), "dmarc-fail"],
    ["a signature that fails beside one that passes", results("mx.test; dkim=fail; dkim=pass header.d=x"), null],
    ["a result that stands in a comment", results("mx.test; spf=pass (dmarc=fail)"), null],
    ["more than one sender", { headers: { "x-postroom-from-count": "2" } }, "several-senders"],
  ])("%s", async (_, wishes: MessageWishes, warning) => {
    const { agent, folder } = await team();
    await mail(folder.id, { ...from, receivedAt: new Date(0) });
    await mail(folder.id, { ...from, ...wishes, fromName: "Earlier", receivedAt: new Date(0) });
    const { conversationId } = await mail(folder.id, { ...from, ...wishes });
    const { messages } = await getConversation(agent, conversationId);
    expect(messages[0]?.warnings).toEqual(warning === null ? [] : [warning]);
  });

  it("tell a sender's first mail, counted in the agent's own inboxes", async () => {
    const { agent, folder } = await team();
    const elsewhere = await team();
    await mail(elsewhere.folder.id, { ...from, receivedAt: new Date(0) });
    const first = await mail(folder.id, { ...from, receivedAt: new Date(1000) });
    const second = await mail(folder.id, { ...from, receivedAt: new Date(2000) });
    const warningsOf = async (id: number) => (await getConversation(agent, id)).messages[0]?.warnings;
    expect(await warningsOf(first.conversationId)).toEqual(["first-time-sender"]);
    expect(await warningsOf(second.conversationId)).toEqual([]);
  });
});
