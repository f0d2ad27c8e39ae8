import { deleteDraft, findDraft, inboxesOfConversation } from "#db/queries/conversations/draft-rows";
import { refreshConversations } from "#db/queries/refresh-conversations";
import type { Agent } from "../../auth/agent.ts";
import { commit } from "../../events/commit.ts";
import { forgetDraftCopy } from "./copy-draft.ts";
import { requireOwn } from "./save-draft.ts";

export async function discardDraft(agent: Agent, draftId: number): Promise<void> {
  await commit(async (tx, changed) => {
    const { conversationId } = requireOwn(agent, await findDraft(tx, agent, draftId));
    await forgetDraftCopy(tx, changed, draftId);
    await deleteDraft(tx, draftId);
    const inboxIds = conversationId === null ? agent.inboxIds : await inboxesOfConversation(tx, conversationId);
    // It may have been all that its conversation had left.
    if (conversationId !== null) await refreshConversations(tx, [conversationId]);
    changed({ type: "draft.changed", draftId, conversationId, inboxIds });
  });
}
