import { changeConversation } from "#db/queries/conversations/change-conversation";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { actOnConversation } from "./act-on-conversation.ts";

/** Out of sight until then; null wakes it. */
export async function snoozeConversation(agent: Agent, conversationId: number, until: Date | null): Promise<void> {
  await actOnConversation(agent, conversationId, async ({ tx, conversation, at, record }) => {
    if (conversation.snoozedUntil === (until?.getTime() ?? null)) return false;
    if (until && until <= at) {
      const message = "Choose a time that is still to come.";
      throw new AppError("invalid", message, { issues: [{ path: "until", message }] });
    }
    await changeConversation(tx, conversation.id, { snoozedUntil: until });
    if (until) record("snoozed", { until: until.toISOString() });
    else record("unsnoozed");
    return true;
  });
}
