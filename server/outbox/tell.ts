import type { Db } from "#db/dialect/sqlite";
import { refreshConversations } from "#db/queries/refresh-conversations";
import type { Change } from "#lib/contracts/change";

type Changed = (change: Change) => void;

/** Counts conversations anew and tells everybody who may see them. */
export async function tellConversations(tx: Db, changed: Changed, conversationIds: Iterable<number>): Promise<void> {
  const inboxes = await refreshConversations(tx, conversationIds);
  for (const [conversationId, inboxIds] of inboxes) changed({ type: "conversation.changed", conversationId, inboxIds });
}

/** A mail written here goes another step. */
export function tellSend(
  changed: Changed,
  send: { id: number; messageId?: number; conversationId: number; inboxId: number },
): void {
  const inboxIds = [send.inboxId];
  const { conversationId } = send;
  changed({ type: "send.changed", sendId: send.id, conversationId, inboxIds });
  if (send.messageId !== undefined) {
    changed({ type: "message.changed", messageId: send.messageId, conversationId, inboxIds });
  }
}
