import { takeBackOperations } from "#db/queries/conversations/act-places";
import { addActivities, changeConversation } from "#db/queries/conversations/change-conversation";
import { waitingDeletions } from "#db/queries/conversations/waiting-deletions";
import { refreshConversations } from "#db/queries/refresh-conversations";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";

/**
 * What of it was deleted for good, and is still there, stays. Its conversation may be in no list at the moment, so it is looked for by the
 * accounts that its mail lies in.
 */
export async function takeBackDeletion(agent: Agent, conversationId: number): Promise<void> {
  await commit(async (tx, changed) => {
    const at = now();
    const ids = waitingDeletions(tx, agent.inboxIds, conversationId);
    if (ids.length === 0) throw new AppError("not_found", "There is no deletion of it that can still be taken back.");
    await takeBackOperations(tx, ids, at);
    await addActivities(tx, { conversationId, agentId: agent.id, createdAt: at }, [{ kind: "undeleted", data: {} }]);
    await changeConversation(tx, conversationId);
    const hearers = await refreshConversations(tx, [conversationId]);
    changed({ type: "conversation.changed", conversationId, inboxIds: hearers.get(conversationId) ?? [] });
  });
}
