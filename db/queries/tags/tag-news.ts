import { prepared, type Db } from "../../dialect/sqlite.ts";

type AccountKeyword = { tagId: number; inboxId: number; keyword: string };

/** What the inbox of an account calls its tags, in lower case: keywords have none (RFC 5788 §2). */
export function keywordsOfAccount(db: Db, accountId: number): AccountKeyword[] {
  return prepared<AccountKeyword>(
    db,
    `select k.tag_id as tagId, k.inbox_id as inboxId, lower(k.keyword) as keyword
     from accounts a join tag_keywords k on k.inbox_id = a.inbox_id where a.id = ?`,
  ).all(accountId);
}

/** @returns whether it was not there before */
export function addTag(tx: Db, conversationId: number, tagId: number): boolean {
  const { changes } = prepared(
    tx,
    `insert into conversation_tags (conversation_id, tag_id) values (?, ?) on conflict do nothing`,
  ).run(conversationId, tagId);
  return changes > 0;
}

/**
 * Takes a tag off, unless some mail of the conversation still carries its keyword or label in an account of that inbox.
 * @returns whether it came off
 */
export function dropTag(tx: Db, conversationId: number, { tagId, inboxId, keyword }: AccountKeyword): boolean {
  const { changes } = prepared(tx, deleteUncarried).run(conversationId, tagId, conversationId, inboxId, keyword);
  return changes > 0;
}

export function raiseVersion(tx: Db, conversationId: number): void {
  prepared(tx, `update conversations set version = version + 1 where id = ?`).run(conversationId);
}

/** Conversations of an inbox with mail that carries a keyword or label, whatever its case, by id after `afterId`. */
export function conversationsWithKeyword(
  db: Db,
  inboxId: number,
  keyword: string,
  afterId: number,
  limit: number,
): number[] {
  return prepared<number>(db, selectCarrying).pluck().all(inboxId, afterId, keyword.toLowerCase(), limit);
}

/** Conversations of an inbox that carry a tag, by id after `afterId`. */
export function conversationsWithTag(db: Db, inboxId: number, tagId: number, afterId: number, limit: number): number[] {
  return prepared<number>(
    db,
    `select t.conversation_id from conversation_tags t
     join conversation_inboxes ci on ci.conversation_id = t.conversation_id and ci.inbox_id = ?
     where t.tag_id = ? and t.conversation_id > ? order by t.conversation_id limit ?`,
  )
    .pluck()
    .all(inboxId, tagId, afterId, limit);
}

const carries = (keyword: string) =>
  `exists (
    select 1 from json_each(json_array(json(p.keywords), json(p.labels))) side join json_each(side.value) k
    where lower(k.value) = ${keyword})`;

const deleteUncarried = `
  delete from conversation_tags where conversation_id = ? and tag_id = ? and not exists (
    select 1 from messages m
    cross join placements p on p.message_id = m.id and p.missing_since is null
    cross join accounts a on a.id = p.account_id
    where m.conversation_id = ? and a.inbox_id = ? and ${carries("?")})`;

const selectCarrying = `
  select distinct m.conversation_id from accounts a
  join placements p on p.account_id = a.id and p.missing_since is null
  join messages m on m.id = p.message_id
  where a.inbox_id = ? and m.conversation_id > ? and (p.keywords <> '[]' or p.labels <> '[]') and ${carries("?")}
  order by m.conversation_id limit ?`;
