import type { Db } from "#db/dialect/sqlite";
import { addActivity } from "#db/queries/outbox/add-activity";
import { outboxSend, setSend } from "#db/queries/outbox/outbox-sends";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import type { Change } from "#lib/contracts/change";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import type { BatchOf } from "../claim-batch.ts";
import { tellConversations, tellSend } from "../tell.ts";

type SendBatch = BatchOf<"send" | "append-sent" | "tidy-sent">;

/** The mail will not be sent, or its copy not be kept: the conversation says so, and somebody decides. */
export async function failSend(batch: SendBatch, reason: string): Promise<void> {
  const [operation] = batch.operations;
  await commit(async (tx, changed) => {
    const send = await outboxSend(tx, operation?.sendId ?? 0);
    settleOperations(tx, operation ? [operation.id] : [], "failed", now(), reason);
    if (!send) return;
    const isCopy = batch.kind !== "send";
    const sentCopyState = batch.kind === "append-sent" ? ("failed" as const) : ("doubled" as const);
    await setSend(tx, send.id, isCopy ? { sentCopyState } : { state: "failed", lastError: reason });
    const data = { sendId: send.id, messageId: send.messageId, reason };
    const kind = isCopy ? ("act-failed" as const) : ("send-failed" as const);
    const { conversationId } = send;
    await addActivity(tx, {
      conversationId,
      agentId: null,
      kind,
      data: isCopy ? { act: batch.kind, ...data } : data,
      createdAt: now(),
    });
    tellSend(changed, send);
    await tellConversations(tx, changed, [conversationId]);
  });
}

/** The server may have the mail: nobody sends it again before it was looked for. */
export async function doubtSend(
  tx: Db,
  changed: (change: Change) => void,
  { operations }: SendBatch,
  reason: string,
): Promise<void> {
  const send = await outboxSend(tx, operations[0]?.sendId ?? 0);
  if (!send) return;
  await setSend(tx, send.id, { state: "uncertain", lastError: reason });
  tellSend(changed, send);
}
