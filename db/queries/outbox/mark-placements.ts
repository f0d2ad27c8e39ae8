import { prepared, type Db } from "../../dialect/sqlite.ts";

/** Sets one flag locally, at once; the operation that carries it to the server belongs in the same commit. */
export function markPlacements(tx: Db, placementIds: readonly number[], flag: "seen" | "answered"): void {
  const text =
    flag === "seen"
      ? `update placements set seen = 1 where id in (select value from json_each(?))`
      : `update placements set answered = 1 where id in (select value from json_each(?))`;
  prepared(tx, text).run(JSON.stringify(placementIds));
}

/** Messages of a conversation that nobody has read yet, where flags may be written. */
export function unseenPlaces(
  db: Db,
  conversationId: number,
  inboxIds: readonly number[],
): { placementId: number; messageId: number; accountId: number }[] {
  return prepared<{ placementId: number; messageId: number; accountId: number }>(
    db,
    `select p.id as placementId, m.id as messageId, p.account_id as accountId
     from messages m
     join placements p on p.message_id = m.id and p.missing_since is null and p.seen = 0
     join accounts a on a.id = p.account_id and a.mode = 'two-way'
     where m.conversation_id = ? and a.inbox_id in (select value from json_each(?))`,
  ).all(conversationId, JSON.stringify(inboxIds));
}
