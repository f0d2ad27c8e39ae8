import type { Db } from "#db/dialect/sqlite";
import { changeConversation } from "#db/queries/conversations/change-conversation";
import { addActivity } from "#db/queries/outbox/add-activity";
import {
  giveBackDraft,
  inboxIdsOfConversation,
  operationOfSend,
  statusOf,
  visibleSend,
} from "#db/queries/outbox/agent-sends";
import { setSend } from "#db/queries/outbox/outbox-sends";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { refreshConversations } from "#db/queries/refresh-conversations";
import type { WrittenMail } from "#lib/contracts/operation";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { wishDraftCopy } from "../drafts/copy-draft.ts";

/**
 * Undo: what was promised and has not begun is taken back, and what was written is a draft of its writer again.
 * @throws `conflict` once it is on its way
 */
export async function cancelSend(agent: Agent, sendId: number): Promise<void> {
  await commit(async (tx, changed) => {
    const send = await visibleSend(tx, agent.inboxIds, sendId);
    if (!send) throw new AppError("not_found", "There is no such send.");
    if (send.agentId !== agent.id && agent.role !== "admin") {
      throw new AppError("forbidden", "Only who wrote it may take it back.");
    }
    const operation = await operationOfSend(tx, sendId);
    const isWaiting = operation?.state === "pending" || send.state === "failed";
    if (!operation || !isWaiting || !["queued", "retrying", "failed"].includes(send.state)) {
      throw new AppError("conflict", "It is too late to take this mail back.");
    }
    settleOperations(tx, [operation.id], "cancelled", now());
    await setSend(tx, sendId, { state: "cancelled" });
    const { conversationId } = send;
    const known = inboxIdsOfConversation(tx, conversationId);
    if (operation.payload.kind === "send" && operation.payload.written) {
      const authorId = send.agentId ?? agent.id;
      const draftId = await giveBackDraft(tx, send, operation.payload.written, authorId, now());
      await wishDraftCopy(tx, changed, draftId, send.accountId);
      changed({ type: "draft.changed", draftId, conversationId, inboxIds: known });
      await undoStatus(tx, agent, conversationId, operation.payload.written.status);
    }
    const inboxIds = (await refreshConversations(tx, [conversationId])).get(conversationId) ?? known;
    changed({ type: "send.changed", sendId, conversationId, inboxIds });
    changed({ type: "conversation.changed", conversationId, inboxIds });
  });
}

/** What became of the conversation with the mail is undone with it, unless somebody has decided otherwise since. */
async function undoStatus(tx: Db, agent: Agent, conversationId: number, status: WrittenMail["status"]): Promise<void> {
  if (!status || (await statusOf(tx, conversationId)) !== status.after) return;
  await changeConversation(tx, conversationId, { status: status.before, closedAt: null });
  const kind = status.before === "open" ? "reopened" : status.before === "pending" ? "pended" : "closed";
  await addActivity(tx, { conversationId, agentId: agent.id, kind, data: {}, createdAt: now() });
}
