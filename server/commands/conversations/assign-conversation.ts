import { changeConversation, membersOfConversation } from "#db/queries/conversations/change-conversation";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { actOnConversation } from "./act-on-conversation.ts";

/** @param assigneeId somebody who can see it, or null for nobody */
export async function assignConversation(
  agent: Agent,
  conversationId: number,
  assigneeId: number | null,
): Promise<void> {
  await actOnConversation(agent, conversationId, async ({ tx, conversation, record }) => {
    if (conversation.assigneeId === assigneeId) return false;
    const members = assigneeId === null ? [] : await membersOfConversation(tx, conversation.id);
    if (assigneeId !== null && !members.some((member) => member.id === assigneeId)) {
      const message = "Only a member of one of its inboxes can take it.";
      throw new AppError("invalid", message, { issues: [{ path: "assigneeId", message }] });
    }
    await changeConversation(tx, conversation.id, { assigneeId });
    record(assigneeId === null ? "unassigned" : "assigned", { assigneeId: assigneeId ?? conversation.assigneeId });
    return true;
  });
}
