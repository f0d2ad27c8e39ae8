import type { Db } from "#db/dialect/sqlite";
import { inboxIdsOfMessage, storeBodies, type StoredBody } from "#db/queries/outbox/bodies";
import type { Change } from "#lib/contracts/change";
import { tellConversations } from "./tell.ts";

type Changed = (change: Change) => void;

/**
 * Keeps texts that came. Only a conversation whose newest message is among them shows a preview of it: the others have not changed
 * for anybody who looks at a list.
 */
export async function keepBodies(tx: Db, changed: Changed, bodies: readonly StoredBody[]): Promise<void> {
  await tellConversations(tx, changed, await storeBodies(tx, bodies));
}

/** Somebody has the message open and waits for this. */
export function tellMessage(tx: Db, changed: Changed, message: { id: number; conversationId: number }): void {
  const inboxIds = inboxIdsOfMessage(tx, message.id);
  changed({ type: "message.changed", messageId: message.id, conversationId: message.conversationId, inboxIds });
}
