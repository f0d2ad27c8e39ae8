import { describe, expect, it } from "vitest";
import { draftsFor, findDraft } from "#db/queries/conversations/draft-rows";
import { SaveDraft } from "#lib/contracts/draft";
import { changes } from "#db/schema/index";
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
    const rows = await draftsFor(store().read, colleague, conversationId);
    expect(rows).toMatchObject([{ id, text: "Dear Ada", version: 2, authorId: agent.id, authorName: "Ada" }]);
    const told = await store().read.select().from(changes);
    const change = { type: "draft.changed", draftId: id, conversationId, inboxIds: [account.inboxId] };
    expect(told.map((row) => row.data).filter((data) => data.type === "draft.changed")).toEqual([change, change]);
  });

  it("that is begun twice by one name is one, with what was said last", async () => {
    const { agent, colleague } = await team();
    const begin = { idempotencyKey: "begun-once" };
    const id = await addNewDraft(agent, { ...draft({ kind: "new", text: "one" }), ...begin });
    expect(await addNewDraft(agent, { ...draft({ kind: "new", text: "one and two" }), ...begin })).toBe(id);
    expect(await findDraft(store().read, agent, id)).toMatchObject({ text: "one and two", version: 2 });
    expect(await addNewDraft(colleague, { ...draft({ kind: "new" }), ...begin })).not.toBe(id);
  });

  it("that another window saved since is not overwritten, unless nobody asks which", async () => {
    const { agent } = await team();
    const id = await addNewDraft(agent, draft({ kind: "new", text: "one" }));
    await saveDraft(agent, id, { ...draft({ text: "two" }), version: 1 });
    await expect(saveDraft(agent, id, { ...draft({ text: "late" }), version: 1 })).rejects.toMatchObject({
      code: "stale",
    });
    expect(await findDraft(store().read, agent, id)).toMatchObject({ text: "two" });
    await saveDraft(agent, id, draft({ text: "three" }));
    expect(await findDraft(store().read, agent, id)).toMatchObject({ text: "three", version: 3 });
  });

  it("is changed and discarded by its writer only", async () => {
    const { agent, colleague, stranger, conversationId } = await team();
    const id = await addNewDraft(agent, draft({ conversationId }));
    await expect(saveDraft(colleague, id, draft({ conversationId }))).rejects.toMatchObject({ code: "forbidden" });
    await expect(discardDraft(colleague, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(discardDraft(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await discardDraft(agent, id);
    expect(await findDraft(store().read, agent, id)).toBeUndefined();
  });

  it("names nothing that its writer may not see", async () => {
    const { account, agent, stranger, conversationId } = await team();
    const upload = await build.attachment({ messageId: null, uploadedById: agent.id });
    const attempts = [
      addNewDraft(stranger, draft({ conversationId })),
      addNewDraft(stranger, draft({ accountId: account.id })),
      addNewDraft(stranger, draft({ attachmentIds: [upload.id] })),
    ];
    const codes = (await Promise.allSettled(attempts)).map((one) =>
      one.status === "rejected" ? one.reason.code : "let in",
    );
    expect(codes).toEqual(["not_found", "invalid", "invalid"]);
  });
});
