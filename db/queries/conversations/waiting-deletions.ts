import { prepared, type Db } from "../../dialect/sqlite.ts";

/**
 * Wishes to delete mail of this conversation for good, in accounts of these inboxes, that nobody has begun. Served by
 * `messages_by_conversation` and `operations_by_message`.
 */
export function waitingDeletions(db: Db, inboxIds: readonly number[], conversationId: number): number[] {
  return prepared<number>(
    db,
    `select o.id from messages m
     cross join operations o on o.message_id = m.id and o.state = 'pending' and o.kind = 'expunge' and o.attempt_count = 0
     join accounts a on a.id = o.account_id and a.inbox_id in (select value from json_each(?))
     where m.conversation_id = ? order by o.id`,
  )
    .pluck()
    .all(JSON.stringify(inboxIds), conversationId);
}
