/** Messages that lie in no folder any more: their servers have deleted them, or their folder. */
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { removeEmptyConversations } from "../remove-empty-conversations.ts";

/** Messages with ids above `afterId`, so many ids further, of which it is not noted right whether they lie anywhere. */
export function wronglyNoted(db: Db, afterId: number, idCount: number): number[] {
  return prepared<number>(db, selectWrong)
    .pluck()
    .all(afterId, afterId + idCount);
}

export function lastMessageId(db: Db): number {
  return prepared<number | null>(db, `select max(id) from messages`).pluck().get() ?? 0;
}

/** Notes of each since when it lies nowhere, or that it does lie somewhere; what was noted before stays. */
export function noteUnplaced(tx: Db, messageIds: readonly number[], at: Date): void {
  prepared(tx, updateNotes).run(at.getTime(), JSON.stringify(messageIds));
}

/**
 * Removes messages that have lain nowhere since before `before`, with conversations that are empty then. What people have worked on stays:
 * notes, tags, an assignee, drafts, replies, anything an agent did; what an account keeps for good; and what is still to be done somewhere. Served by
 * `messages_by_unplaced`.
 * @returns how many
 */
export function removeUnplacedMessages(tx: Db, before: Date, limit: number): number {
  const rows = prepared<{ id: number; conversationId: number }>(tx, selectRemovable).all(before.getTime(), limit);
  prepared(tx, `delete from messages where id in (select value from json_each(?))`).run(
    JSON.stringify(rows.map((row) => row.id)),
  );
  removeEmptyConversations(tx, [...new Set(rows.map((row) => row.conversationId))]);
  return rows.length;
}

const lies = (message: string) => `exists (select 1 from placements p where p.message_id = ${message}.id)`;

const selectWrong = `select m.id from messages m where m.id > ? and m.id <= ? and (m.unplaced_since is null) <> ${lies("m")}`;

const updateNotes = `
  update messages set unplaced_since = case when ${lies("messages")} then null else coalesce(unplaced_since, ?) end
  where id in (select value from json_each(?))`;

const hasOf = (name: string, and = "") =>
  `exists (select 1 from ${name} x where x.conversation_id = m.conversation_id ${and})`;

const selectRemovable = `
  select m.id, m.conversation_id as conversationId
  from messages m join conversations c on c.id = m.conversation_id
  where m.unplaced_since < ? and m.author_id is null and c.assignee_id is null and not ${lies("m")}
    and not ${hasOf("notes")} and not ${hasOf("conversation_tags")} and not ${hasOf("drafts")} and not ${hasOf("sends")}
    and not ${hasOf("activities", "and x.agent_id is not null")}
    and not exists (select 1 from message_sources s where s.message_id = m.id and s.kept_from is not null)
    and not exists (select 1 from operations o where o.message_id = m.id and o.state in ('pending', 'inflight', 'uncertain'))
  order by m.unplaced_since limit ?`;
