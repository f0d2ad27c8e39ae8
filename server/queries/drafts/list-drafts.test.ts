import { describe, expect, it } from "vitest";
import { Draft } from "#lib/contracts/draft";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { getDraft } from "./get-draft.ts";
import { listDrafts } from "./list-drafts.ts";

async function team() {
  const account = await build.account();
  const folder = await build.folder({ accountId: account.id });
  const message = await build.message();
  await build.placement({ messageId: message.id, folderId: folder.id });
  const agent = await build.agent({ inboxIds: [account.inboxId], name: "Ada" });
  const colleague = await build.agent({ inboxIds: [account.inboxId] });
  const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
  return { agent, colleague, stranger, conversationId: message.conversationId };
}

describe("drafts", () => {
  useFreshStore();

  it("of a conversation are shown to all who see it, with their files, newest first", async () => {
    const { agent, colleague, conversationId } = await team();
    const file = await build.attachment({ messageId: null, uploadedById: agent.id, filename: "a.pdf" });
    const first = await build.draft({ conversationId, authorId: agent.id, attachmentIds: [file.id, 999] });
    const second = await build.draft({
      conversationId,
      authorId: colleague.id,
      updatedAt: new Date(Date.now() + 1000),
    });
    const { items } = await listDrafts(colleague, { conversationId });
    expect(items.map((item) => Draft.parse(item).id)).toEqual([second.id, first.id]);
    expect(items[1]).toMatchObject({
      author: { id: agent.id, name: "Ada" },
      attachments: [{ id: file.id, filename: "a.pdf" }],
    });
  });

  it("of new mails are their writer's alone", async () => {
    const { agent, colleague, conversationId } = await team();
    const { id } = await build.draft({ authorId: agent.id });
    await build.draft({ conversationId, authorId: agent.id });
    expect((await listDrafts(agent, {})).items.map((item) => item.id)).toEqual([id]);
    expect((await listDrafts(colleague, {})).items).toEqual([]);
    await expect(getDraft(colleague, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("are not there for another inbox", async () => {
    const { agent, stranger, conversationId } = await team();
    const { id } = await build.draft({ conversationId, authorId: agent.id });
    await expect(listDrafts(stranger, { conversationId })).rejects.toMatchObject({ code: "not_found" });
    await expect(getDraft(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  });
});
