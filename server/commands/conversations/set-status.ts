import { changeConversation } from "#db/queries/conversations/change-conversation";
import type { ActivityKind, ConversationStatus } from "#lib/contracts/vocabulary";
import type { Agent } from "../../auth/agent.ts";
import { actOnConversation } from "./act-on-conversation.ts";

/** Whoever decides about it also ends its sleep. */
export async function setStatus(agent: Agent, conversationId: number, status: ConversationStatus): Promise<void> {
  await actOnConversation(agent, conversationId, async ({ tx, conversation, at, record }) => {
    if (conversation.status === status && conversation.snoozedUntil === null) return false;
    const closedAt = status === "closed" ? at : null;
    await changeConversation(tx, conversation.id, { status, closedAt, snoozedUntil: null });
    if (conversation.status === status) record("unsnoozed");
    else record(kindOf(conversation.status, status));
    return true;
  });
}

function kindOf(before: ConversationStatus, after: ConversationStatus): ActivityKind {
  if (after === "closed") return "closed";
  if (after === "pending") return "pended";
  return before === "closed" ? "reopened" : "opened";
}
