/** The mails of an export, written down when it begins: it shows mailboxes as they were then, whatever happens while it is written. */
import { prepared, type Db } from "../../dialect/sqlite.ts";

export type ExportItem = { id: number; messageId: number; facts: string };
/** Where in a folder the list ended. */
export type FolderPlace = { generation: number; uid: number };

/** Placements of a folder behind a place, in the order of UIDs; served by `placements_by_folder_uid`. */
export function placementsBehind(
  db: Db,
  folder: { id: number; label: string | null },
  after: FolderPlace,
  limit: number,
): (FolderPlace & { id: number })[] {
  const text = folder.label === null ? selectOfFolder : selectOfLabel;
  return prepared<FolderPlace & { id: number }>(db, text).all(folder.id, after.generation, after.uid, limit);
}

/** The messages of conversations that lie in accounts of these inboxes, each at one of its places. */
export function placementsOfConversations(db: Db, conversationIds: readonly number[], inboxIds: readonly number[]) {
  return prepared<{ id: number; folderId: number }>(
    db,
    `select min(p.id) as id, p.folder_id as folderId
     from json_each(?) j
     cross join messages m on m.conversation_id = j.value
     cross join placements p on p.message_id = m.id and p.missing_since is null
     cross join accounts a on a.id = p.account_id
     where a.inbox_id in (select value from json_each(?)) and a.removed_at is null
     group by m.id`,
  ).all(JSON.stringify(conversationIds), JSON.stringify(inboxIds));
}

/**
 * Writes placements down as mails to be exported, with everything that their files will say of them.
 * @param folderId under which they are exported; null for the one they lie in
 */
export function insertExportItems(
  tx: Db,
  transferId: number,
  folderId: number | null,
  placementIds: readonly number[],
): void {
  prepared(tx, insertItems).run(transferId, folderId, JSON.stringify(placementIds));
}

/** What the server has and nobody could read: told as not exported. */
export function insertUnreadable(tx: Db, transferId: number, folderId: number): void {
  prepared(
    tx,
    `insert into transfer_items (transfer_id, key, state, folder, message_id, code, facts)
     select ?, 'unread-' || q.id, 'failed', q.folder_id, null, 'unreadable',
       json_object('uid', q.uid, 'subject', '', 'path', f.path)
     from quarantine q join folders f on f.id = q.folder_id and f.generation = q.generation where q.folder_id = ?
     on conflict do nothing`,
  ).run(transferId, folderId);
}

/**
 * What an account keeps of mail that its server has no more, as it was when it was kept, in a folder of its own.
 * @returns how many
 */
export function insertKeptDeleted(tx: Db, transferId: number, folderId: number, accountId: number): number {
  return prepared(
    tx,
    `insert into transfer_items (transfer_id, key, state, folder, message_id, facts)
     select ?, 'kept-' || s.message_id, 'pending', ?, s.message_id, s.kept_from
     from message_sources s where s.account_id = ? and s.kept_from is not null and not exists (
       select 1 from placements p where p.message_id = s.message_id and p.account_id = s.account_id and p.missing_since is null)
     order by s.message_id
     on conflict do nothing`,
  ).run(transferId, folderId, accountId).changes;
}

/** Mails of a folder still to be written, behind `afterId`; served by `transfer_items_by_folder`. */
export function itemsBehind(db: Db, transferId: number, folderId: number, afterId: number, limit: number) {
  return prepared<ExportItem>(
    db,
    `select id, message_id as messageId, facts from transfer_items
     where transfer_id = ? and folder = ? and id > ? and state = 'pending' order by id limit ?`,
  ).all(transferId, folderId, afterId, limit);
}

export function failItem(tx: Db, itemId: number, code: string): void {
  prepared(tx, `update transfer_items set state = 'failed', code = ? where id = ?`).run(code, itemId);
}

export function itemFolderIds(db: Db, transferId: number): number[] {
  return prepared<number>(db, `select distinct folder from transfer_items where transfer_id = ? and folder is not null`)
    .pluck()
    .all(transferId);
}

/** By folder: how many there are, how many of them failed, and what all weigh. */
export function itemCounts(db: Db, transferId: number) {
  return prepared<{ folderId: number; total: number; failed: number; bytes: number }>(
    db,
    `select folder as folderId, count(*) as total, sum(state = 'failed') as failed,
       coalesce(sum(json_extract(facts, '$.sizeBytes')), 0) as bytes
     from transfer_items where transfer_id = ? group by folder`,
  ).all(transferId);
}

/** @returns whether there may be more */
export function deleteItems(tx: Db, transferId: number, which: "all" | "unfailed", limit: number): boolean {
  const { changes } = prepared(
    tx,
    `delete from transfer_items where id in (
       select id from transfer_items where transfer_id = ? and (? = 'all' or state <> 'failed') limit ?)`,
  ).run(transferId, which, limit);
  return changes === limit;
}

export function failedBehind(db: Db, transferId: number, afterId: number, limit: number) {
  return prepared<{ id: number; code: string; facts: string }>(
    db,
    `select id, code, facts from transfer_items where transfer_id = ? and state = 'failed' and id > ? order by id limit ?`,
  ).all(transferId, afterId, limit);
}

const selectOfFolder = `
  select p.id, p.generation, p.uid from placements p
  where p.folder_id = ? and (p.generation, p.uid) > (?, ?) and p.missing_since is null
  order by p.generation, p.uid limit ?`;

const selectOfLabel = `
  select p.id, p.generation, p.uid from placement_labels l cross join placements p on p.id = l.placement_id
  where l.folder_id = ? and (p.generation, p.uid) > (?, ?) and p.missing_since is null
  order by p.generation, p.uid limit ?`;

const insertItems = `
  insert into transfer_items (transfer_id, key, state, folder, message_id, facts)
  select ?, p.id, 'pending', coalesce(?, p.folder_id), p.message_id, json_object(
    'uid', p.uid, 'path', f.path, 'subject', substr(m.subject, 1, 200), 'sender', m.from_address, 'sizeBytes', m.size_bytes,
    'receivedAt', p.received_at, 'seen', json(iif(p.seen, 'true', 'false')), 'flagged', json(iif(p.flagged, 'true', 'false')),
    'answered', json(iif(p.answered, 'true', 'false')), 'draft', json(iif(p.draft, 'true', 'false')),
    'deleted', json(iif(p.deleted, 'true', 'false')), 'keywords', json(p.keywords), 'labels', json(p.labels))
  from json_each(?) j
  cross join placements p on p.id = j.value
  cross join folders f on f.id = p.folder_id
  cross join messages m on m.id = p.message_id
  where true order by j.key
  on conflict do nothing`;
