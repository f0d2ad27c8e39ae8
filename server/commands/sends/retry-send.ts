import { operationOfSend, visibleSend } from "#db/queries/outbox/agent-sends";
import { setSend } from "#db/queries/outbox/outbox-sends";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { wishOperations } from "#db/queries/outbox/wish-operations";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";

/**
 * A person decides that a mail which failed, or of which nobody knows whether it was sent, is sent once more: the same bytes under the
 * same Message-ID. One that waits for its next try goes at once.
 */
export async function retrySend(agent: Agent, sendId: number): Promise<void> {
  await commit(async (tx, changed) => {
    const send = await visibleSend(tx, agent.inboxIds, sendId);
    if (!send) throw new AppError("not_found", "There is no such send.");
    const operation = await operationOfSend(tx, sendId);
    const isAtRest = operation?.state !== "inflight";
    if (!isAtRest || !["failed", "uncertain", "retrying"].includes(send.state)) {
      throw new AppError("conflict", "This mail is on its way already.");
    }
    if (operation) settleOperations(tx, [operation.id], "cancelled", now(), "Tried anew by hand.");
    const { accountId, messageId, conversationId } = send;
    const at = now();
    const payload = operation?.payload.kind === "send" ? operation.payload : { kind: "send" as const };
    await wishOperations(tx, [{ accountId, messageId, sendId, payload, priority: 1, notBefore: at, createdAt: at }]);
    await setSend(tx, sendId, { state: "queued", notBefore: at, lastError: "" });
    changed({ type: "send.changed", sendId, conversationId, inboxIds: [send.inboxId] });
    changed({ type: "message.changed", messageId, conversationId, inboxIds: [send.inboxId] });
    changed({ type: "outbox.wished", accountId, inboxIds: [] });
  });
}
