import type { Db } from "#db/dialect/sqlite";
import { addActivities, changeConversation, type NewActivity } from "#db/queries/conversations/change-conversation";
import { findConversation, type FoundConversation } from "#db/queries/conversations/find-conversation";
import { refreshConversations } from "#db/queries/refresh-conversations";
import type { Change } from "#lib/contracts/change";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";

export type Act = {
  tx: Db;
  conversation: FoundConversation;
  at: Date;
  changed: (change: Change) => void;
  /** Written into its history, in this agent's name. */
  record: (kind: NewActivity["kind"], data?: NewActivity["data"]) => void;
};

/**
 * The frame of everything an agent does to a conversation: they must see it, and what they did raises its version, is counted anew and
 * told to all who may see it, in one commit. One that was merged stands for the one it was merged into.
 * @param act answers whether anything changed; when nothing did, nothing is told
 */
export async function actOnConversation(
  agent: Agent,
  conversationId: number,
  act: (context: Act) => Promise<boolean>,
): Promise<void> {
  await commit(async (tx, changed) => {
    const conversation = await findConversation(tx, agent.inboxIds, conversationId);
    if (!conversation) throw new AppError("not_found", "There is no such conversation.");
    const at = now();
    const activities: NewActivity[] = [];
    const record: Act["record"] = (kind, data = {}) => activities.push({ kind, data });
    if (!(await act({ tx, conversation, at, changed, record }))) return;
    await addActivities(tx, { conversationId: conversation.id, agentId: agent.id, createdAt: at }, activities);
    await changeConversation(tx, conversation.id);
    const hearers = await refreshConversations(tx, [conversation.id]);
    const inboxIds = hearers.get(conversation.id) ?? [];
    if (inboxIds.length > 0) changed({ type: "conversation.changed", conversationId: conversation.id, inboxIds });
  });
}
