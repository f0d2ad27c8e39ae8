import { describe, expect, it } from "vitest";
import { SaveDraft } from "#lib/contracts/draft";
import { changes } from "#db/schema/index";
import { getDraft } from "#server/queries/drafts/get-draft";
import { listDrafts } from "#server/queries/drafts/list-drafts";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { discardDraft } from "./discard-draft.ts";
import { addNewDraft, saveDraft } from "./save-draft.ts";

async function team() {
  const account = await build.account();
  const folder = await build.folder({ accountId: account.id });
  const message = await build.message();
  await build.placement({ messageId: message.id, folderId: folder.id });
  const agent = await build.agent({ inboxIds: [account.inboxId], name: "Ada" });
  const colleague = await build.agent({ inboxIds: [account.inboxId] });
  const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
  return { account, agent, colleague, stranger, conversationId: message.conversationId };
}

const draft = (wishes: Record<string, unknown> = {}) => SaveDraft.parse({ kind: "reply", ...wishes });

describe("a draft", () => {
  useFreshStore();

  it("is kept as typed and seen by colleagues in its conversation, who hear of it", async () => {
    const { account, agent, colleague, conversationId } = await team();
    const { id: uploadId } = await build.attachment({ messageId: null, uploadedById: agent.id, filename: "a.pdf" });
    const id = await addNewDraft(
      agent,
      draft({ conversationId, accountId: account.id, text: "Dear", attachmentIds: [uploadId] }),
    );
    await saveDraft(agent, id, { ...draft({ conversationId, text: "Dear Ada" }), version: 1 });
    const { items } = await listDrafts(colleague, { conversationId });
    expect(items).toMatchObject([{ id, text: "Dear Ada", version: 2, author: { id: agent.id, name: "Ada" } }]);
    const told = await store().read.select().from(changes);
    const change = { type: "draft.changed", draftId: id, conversationId, inboxIds: [account.inboxId] };
    expect(told.map((row) => row.data)).toEqual([change, change]);
  });

  it("that another window saved since is not overwritten, unless nobody asks which", async () => {
    const { agent } = await team();
    const id = await addNewDraft(agent, draft({ kind: "new", text: "one" }));
    await saveDraft(agent, id, { ...draft({ text: "two" }), version: 1 });
    await expect(saveDraft(agent, id, { ...draft({ text: "late" }), version: 1 })).rejects.toMatchObject({
      code: "stale",
    });
    expect((await getDraft(agent, id)).text).toBe("two");
    await saveDraft(agent, id, draft({ text: "three" }));
    expect(await getDraft(agent, id)).toMatchObject({ text: "three", version: 3 });
  });

  it("of a new mail is its writer's alone", async () => {
    const { agent, colleague } = await team();
    const id = await addNewDraft(agent, draft({ kind: "new" }));
    expect((await listDrafts(agent, {})).items.map((item) => item.id)).toEqual([id]);
    expect((await listDrafts(colleague, {})).items).toEqual([]);
    await expect(getDraft(colleague, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is changed and discarded by its writer only", async () => {
    const { agent, colleague, stranger, conversationId } = await team();
    const id = await addNewDraft(agent, draft({ conversationId }));
    await expect(saveDraft(colleague, id, draft({ conversationId }))).rejects.toMatchObject({ code: "forbidden" });
    await expect(discardDraft(colleague, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(discardDraft(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await discardDraft(agent, id);
    await expect(getDraft(agent, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("names nothing that its writer may not see", async () => {
    const { account, agent, stranger, conversationId } = await team();
    const upload = await build.attachment({ messageId: null, uploadedById: agent.id });
    const attempts = [
      addNewDraft(stranger, draft({ conversationId })),
      addNewDraft(stranger, draft({ accountId: account.id })),
      addNewDraft(stranger, draft({ attachmentIds: [upload.id] })),
      listDrafts(stranger, { conversationId }),
    ];
    const codes = (await Promise.allSettled(attempts)).map((one) =>
      one.status === "rejected" ? one.reason.code : "let in",
    );
    expect(codes).toEqual(["not_found", "invalid", "invalid", "not_found"]);
  });
});
