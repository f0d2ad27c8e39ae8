import type { OperationKind } from "#lib/contracts/vocabulary";
import { prepared, type Db } from "../../dialect/sqlite.ts";

/** Nothing lies in the folder by its label any more. */
export function clearMembership(tx: Db, folderId: number): void {
  prepared(tx, `delete from placement_labels where folder_id = ?`).run(folderId);
}

/**
 * Files what lies in All Mail under the labels that it carries, where that has not been done: for labels that became known after it.
 * Served by `placements_by_folder_uid`.
 * @returns the UID to go on after; null when that was all
 */
export function fillMembership(tx: Db, allMailId: number, afterUid: number, limit: number): number | null {
  const uids = prepared<number>(tx, selectUids).pluck().all(allMailId, afterUid, limit);
  const last = uids.at(-1);
  if (last === undefined) return null;
  prepared(tx, insertMembers).run(allMailId, afterUid, last);
  return uids.length < limit ? null : last;
}

/** All Mail, where an account is kept by labels. */
export function folderWithLabels(db: Db, accountId: number): number | undefined {
  return prepared<number>(
    db,
    `select id from folders where account_id = ? and holds_labels = 1 and missing_since is null`,
  )
    .pluck()
    .get(accountId);
}

/** What lies in folders that are labels now and was read from them before. */
export function straysInLabels(db: Db, accountId: number, limit: number): { id: number; conversationId: number }[] {
  return prepared<{ id: number; conversationId: number }>(db, selectStrays).all(accountId, limit);
}

/** The messages that a label's folder shows carry its new name from now on. */
export function renameLabel(tx: Db, folderId: number, from: string, to: string): void {
  prepared(tx, updateName).run(from, to, folderId);
}

/** Nothing is on its way to a folder that holds nothing by itself; served by `placements_by_target`. */
export function endMovesTo(tx: Db, folderId: number): void {
  prepared(tx, `update placements set moving_to_folder_id = null where moving_to_folder_id = ?`).run(folderId);
}

/** Counts anew what carries each label of an account. */
export function recountLabels(tx: Db, accountId: number): void {
  prepared(tx, updateCounts).run(accountId);
}

/**
 * What an agent did to mail and the server was not told of yet, beside labels: it counts on each folder's staying what it is. What has its
 * turn after a wish about labels does not count: that one waits for the folders to become labels again, and both would wait for ever.
 */
export function hasUnsettledActs(db: Db, accountId: number): boolean {
  return prepared(db, selectFreeActs).get(accountId) !== undefined;
}

/** Labels, and what changes them by the way; served, as the other, by `operations_by_state`. */
export function hasUnsettledLabels(db: Db, accountId: number): boolean {
  return prepared(db, selectActs(["move", "store-flags", "store-labels"])).get(accountId) !== undefined;
}

const selectUids = `
  select distinct uid from placements where folder_id = ? and uid > ? order by uid limit ?`;

const insertMembers = `
  insert into placement_labels (folder_id, placement_id)
  select distinct f.id, p.id
  from placements p
  join folders h on h.id = p.folder_id and h.holds_labels = 1
  join json_each(iif(p.flagged = 1, json_insert(p.labels, '$[#]', '\\Starred'), p.labels)) j
  join folders f on f.account_id = h.account_id and f.label = j.value
  where p.folder_id = ? and p.uid > ? and p.uid <= ? and p.missing_since is null
    and coalesce(p.moving_to_folder_id, p.folder_id) = p.folder_id
    and not exists (select 1 from placement_labels l where l.folder_id = f.id and l.placement_id = p.id)`;

const selectStrays = `
  select p.id, m.conversation_id as conversationId
  from folders f
  cross join placements p on p.folder_id = f.id and p.missing_since is null
  join messages m on m.id = p.message_id
  where f.account_id = ? and f.label is not null
  limit ?`;

const updateName = `
  update placements set labels = (
    select json_group_array(name) from (select iif(j.value = ?, ?, j.value) as name from json_each(placements.labels) j order by 1))
  where id in (select placement_id from placement_labels where folder_id = ?)`;

const updateCounts = `
  update folders set stored_count = (select count(*) from placement_labels where folder_id = folders.id)
  where account_id = ? and label is not null`;

const selectFreeActs = `
  select 1 from operations o
  where o.account_id = ? and o.kind in ('move', 'store-flags', 'append-sent') and o.state in ('pending', 'inflight', 'uncertain')
    and not (o.state = 'pending' and exists (
      select 1 from operations w
      where w.placement_id = o.placement_id and w.id < o.id and w.kind = 'store-labels' and w.state in ('pending', 'inflight', 'uncertain')))
  limit 1`;

const selectActs = (kinds: readonly OperationKind[]) => `
  select 1 from operations
  where account_id = ? and kind in ('${kinds.join("', '")}') and state in ('pending', 'inflight', 'uncertain') limit 1`;
