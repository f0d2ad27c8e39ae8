import type { Db } from "#db/dialect/sqlite";
import { insertInbox, listInboxRows } from "#db/queries/agents/inboxes";
import type { Change } from "#lib/contracts/change";

/** Where somebody belongs when nobody said where: in the one inbox there is, made when there is none; nowhere when there are several. */
export async function firstInbox(tx: Db, changed: (change: Change) => void, createdAt: Date): Promise<number[]> {
  const inboxes = await listInboxRows(tx);
  if (inboxes.length > 0) return inboxes.length === 1 ? inboxes.map((inbox) => inbox.id) : [];
  const inboxId = await insertInbox(tx, { name: "Support", createdAt });
  changed({ type: "inbox.changed", inboxId, inboxIds: [inboxId] });
  return [inboxId];
}
