import { visibleSend } from "#db/queries/outbox/agent-sends";
import type { Send } from "#lib/contracts/send";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";

export async function getSend(agent: Agent, sendId: number): Promise<Send> {
  const send = await visibleSend(store().read, agent.inboxIds, sendId);
  if (!send) throw new AppError("not_found", "There is no such send.");
  return {
    id: send.id,
    conversationId: send.conversationId,
    messageId: send.messageId,
    internetMessageId: send.internetMessageId,
    state: send.state,
    attempts: send.attemptCount,
    lastError: send.lastError,
    notBefore: send.notBefore.toISOString(),
    sentAt: send.sentAt?.toISOString() ?? null,
    sentCopy: send.sentCopyState,
  };
}
