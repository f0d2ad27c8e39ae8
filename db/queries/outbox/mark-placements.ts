import { prepared, type Db } from "../../dialect/sqlite.ts";

type Mark = "seen" | "answered" | "forwarded";

/** Sets one flag locally, at once; the operation that carries it to the server belongs in the same commit. */
export function markPlacements(tx: Db, placementIds: readonly number[], mark: Mark): void {
  prepared(tx, setMark[mark]).run(JSON.stringify(placementIds));
}

const these = "where id in (select value from json_each(?))";

const setMark: Record<Mark, string> = {
  seen: `update placements set seen = 1 ${these}`,
  answered: `update placements set answered = 1 ${these}`,
  // In the order in which keywords are kept.
  forwarded: `update placements set keywords = (
      select json_group_array(value) from (select value from json_each(keywords) union select '$Forwarded' order by 1))
    ${these}`,
};

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
