import type { ActFailures, ConversationAct } from "#lib/contracts/conversation-act";
import type { Agent } from "../../auth/agent.ts";
import { isAppError } from "../../errors.ts";
import { assignConversation } from "./assign-conversation.ts";
import { deleteForGood } from "./delete-for-good.ts";
import { moveConversation } from "./move-conversation.ts";
import { setFlagged } from "./set-flagged.ts";
import { setSeen } from "./set-seen.ts";
import { setStatus } from "./set-status.ts";
import { setTags } from "./set-tags.ts";
import { snoozeConversation } from "./snooze-conversation.ts";
import { takeBackDeletion } from "./take-back-deletion.ts";
import { takeBackMove } from "./take-back-move.ts";

/** Does what was asked for in one go, one after another; one that cannot be done keeps none of the others from being done. */
export async function actOnMany(agent: Agent, acts: readonly ConversationAct[]): Promise<ActFailures> {
  const failures: ActFailures["failures"] = [];
  for (const [index, act] of acts.entries()) {
    try {
      await perform(agent, act);
    } catch (error) {
      if (!isAppError(error)) throw error;
      failures.push({ index, code: error.code, detail: error.message });
    }
  }
  return { failures };
}

function perform(agent: Agent, act: ConversationAct): Promise<void> {
  const { conversationId: id } = act;
  switch (act.act) {
    case "status":
      return setStatus(agent, id, act.status);
    case "assignee":
      return assignConversation(agent, id, act.assigneeId);
    case "folder":
      return moveConversation(agent, id, act);
    case "back":
      return takeBackMove(agent, id);
    case "deletion":
      return act.on ? deleteForGood(agent, id, {}) : takeBackDeletion(agent, id);
    case "tags":
      return setTags(agent, id, act.tagIds);
    case "snooze":
      return snoozeConversation(agent, id, act.until === null ? null : new Date(act.until));
    case "seen":
      return setSeen(agent, id, act.on);
    case "flagged":
      return setFlagged(agent, id, act.on);
    default:
      return act satisfies never;
  }
}
