/** The account of sample mail: what is its alone, and what goes with it. */
import { sampleProvider } from "#lib/providers/sample";
import { prepared, type Db } from "../../dialect/sqlite.ts";

const isSample = `a.provider = '${sampleProvider}'`;

export function isSampleAccount(db: Db, accountId: number): boolean {
  return prepared(db, `select 1 from accounts a where a.id = ? and ${isSample}`).get(accountId) !== undefined;
}

/** Some of it is sample mail, and nothing of it lies in any other account; served by `messages_by_conversation`. */
export function isSampleConversation(db: Db, conversationId: number): boolean {
  const row = prepared<{ sampleCount: number | null; otherCount: number | null }>(
    db,
    `select sum(${isSample}) as sampleCount, sum(not (${isSample})) as otherCount
     from messages m
     join placements p on p.message_id = m.id
     join accounts a on a.id = p.account_id
     where m.conversation_id = ?`,
  ).get(conversationId);
  return (row?.sampleCount ?? 0) > 0 && (row?.otherCount ?? 0) === 0;
}

/**
 * Takes off what people have written on conversations that are the sample account's alone: a conversation with notes would stay when its
 * mail goes, and a draft would be left without what it answers.
 */
export function clearSampleWork(tx: Db, accountId: number): void {
  const ofSample = `
    select m.conversation_id from placements p join messages m on m.id = p.message_id
    where p.account_id = ?
      and not exists (
        select 1 from messages o join placements q on q.message_id = o.id
        where o.conversation_id = m.conversation_id and q.account_id <> p.account_id)`;
  prepared(tx, `delete from notes where conversation_id in (${ofSample})`).run(accountId);
  prepared(tx, `delete from drafts where conversation_id in (${ofSample}) or account_id = ?`).run(accountId, accountId);
}

/** Tags that came with the sample mail and that nothing wears or names any more. @returns those that went */
export function deleteUnusedSampleTags(tx: Db): number[] {
  return prepared<{ id: number }>(
    tx,
    `delete from tags where is_sample = 1
       and not exists (select 1 from conversation_tags c where c.tag_id = tags.id)
       and not exists (select 1 from tag_keywords k where k.tag_id = tags.id)
     returning id`,
  )
    .all()
    .map((row) => row.id);
}
