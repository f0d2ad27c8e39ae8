import type { Db } from "#db/dialect/sqlite";
import { incomingAfter, isMessageOf } from "#db/queries/outbox/reply-context";
import { AppError } from "../../errors.ts";

/** Nobody answers a conversation that has moved on without having seen where to. @throws `stale` with what came in since */
export async function refuseStale(
  tx: Db,
  inboxIds: readonly number[],
  conversationId: number,
  lastSeenMessageId: number | undefined,
): Promise<void> {
  if (lastSeenMessageId === undefined) return;
  if (!isMessageOf(tx, lastSeenMessageId, conversationId)) {
    const message = "This message is not in the conversation.";
    throw new AppError("invalid", message, { issues: [{ path: "lastSeenMessageId", message }] });
  }
  const rows = await incomingAfter(tx, inboxIds, conversationId, lastSeenMessageId);
  if (rows.length === 0) return;
  const newMessages = rows.map((row) => ({
    id: row.id,
    from: { name: row.fromName, address: row.fromAddress },
    preview: row.preview,
    receivedAt: row.receivedAt.toISOString(),
  }));
  throw new AppError("stale", "New mail came in while you were writing.", { extra: { newMessages } });
}
