import { prepared, type Db } from "../../dialect/sqlite.ts";

export type FlagState = {
  id: number;
  uid: number;
  conversationId: number;
  modseq: string | null;
  seen: number;
  flagged: number;
  answered: number;
  draft: number;
  deleted: number;
  keywords: string;
  labels: string;
};

/** Flags as stored, by UID; served by `placements_by_folder_uid`. */
export async function flagStates(tx: Db, folderId: number, generation: number, uids: number[]): Promise<FlagState[]> {
  return prepared<FlagState>(tx, selectFlags).all(JSON.stringify(uids), folderId, generation);
}

/** Flags that agents have changed and the server has not been told of yet, by placement; served by `operations_by_placement`. */
export async function unsettledFlags(tx: Db, placementIds: number[]): Promise<Map<number, Set<string>>> {
  const rows = prepared<{ id: number; flag: string }>(tx, selectUnsettled).all(JSON.stringify(placementIds));
  const flags = new Map<number, Set<string>>();
  for (const { id, flag } of rows) flags.set(id, (flags.get(id) ?? new Set()).add(flag));
  return flags;
}

export type FlagUpdate = Omit<FlagState, "uid" | "conversationId">;

export async function updateFlags(tx: Db, updates: FlagUpdate[]): Promise<void> {
  const statement = prepared(tx, updateRow);
  for (const row of updates) {
    const { modseq, seen, flagged, answered, draft, deleted, keywords, labels, id } = row;
    statement.run(modseq, seen, flagged, answered, draft, deleted, keywords, labels, id);
  }
}

/** Every UID stored of a folder, ascending, those marked missing apart; served by `placements_by_folder_uid`. */
export async function storedUids(
  tx: Db,
  folderId: number,
  generation: number,
): Promise<{ uids: number[]; missingUids: number[] }> {
  const rows = prepared<[number, number]>(tx, selectUids).raw().all(folderId, generation);
  const uids: number[] = [];
  const missingUids: number[] = [];
  for (const [uid, isMissing] of rows) (isMissing ? missingUids : uids).push(uid);
  return { uids, missingUids };
}

export type Vanishing = { id: number; uid: number; conversationId: number; isMoving: number };

/**
 * What vanished UIDs stand for, and whether an agent is moving it, in which case the move settles what became of it; also when it was
 * moved after `movedSince` and has not been seen where it went.
 */
export async function vanishingPlacements(
  tx: Db,
  folderId: number,
  generation: number,
  uids: number[],
  movedSince: Date,
): Promise<Vanishing[]> {
  return prepared<Vanishing>(tx, selectVanishing).all(movedSince.getTime(), JSON.stringify(uids), folderId, generation);
}

/** Stored UIDs below `below`, newest first; served by `placements_by_folder_uid`. */
export async function newestUids(
  db: Db,
  folderId: number,
  generation: number,
  below: number,
  limit: number,
): Promise<number[]> {
  const top = Number.isFinite(below) ? below : uidEnd;
  return prepared<number>(db, selectNewest).pluck().all(folderId, generation, top, limit);
}

export type KnownPlace = { uid: number; identity: string; internetMessageId: string };

/** What lies, or lay until lately, at the newest and at the oldest UIDs of a folder, so many of each; served by `placements_by_folder_uid`. */
export async function knownAtEnds(db: Db, folderId: number, generation: number, limit: number): Promise<KnownPlace[]> {
  const newest = prepared<KnownPlace>(db, selectAtEnd("desc")).all(folderId, generation, limit);
  return [...newest, ...prepared<KnownPlace>(db, selectAtEnd("asc")).all(folderId, generation, limit)];
}

/** Served by `placements_by_folder_uid`. */
export async function countUnseen(db: Db, folderId: number, generation: number): Promise<number> {
  return prepared<number>(db, selectUnseen).pluck().get(folderId, generation) ?? 0;
}

/** Placements with these UIDs, those marked missing included; served by `placements_by_folder_uid`. */
export async function placementIds(
  tx: Db,
  folderId: number,
  generation: number,
  uids: number[],
): Promise<{ id: number; conversationId: number }[]> {
  return prepared<{ id: number; conversationId: number }>(tx, selectIds).all(
    JSON.stringify(uids),
    folderId,
    generation,
  );
}

/** Marks placements as gone from the server, or with null as found again. */
export async function setMissing(tx: Db, placementIds: number[], missingSince: Date | null): Promise<void> {
  prepared(tx, updateMissing).run(missingSince?.getTime() ?? null, JSON.stringify(placementIds));
}

/** Marks as missing what generations before `generation` have left in a folder, at most `limit` at once. */
export async function retireFormerPlacements(
  tx: Db,
  folderId: number,
  generation: number,
  missingSince: Date,
  limit: number,
): Promise<{ count: number; conversationIds: number[] }> {
  const rows = prepared<{ id: number; conversationId: number }>(tx, selectFormer).all(folderId, generation, limit);
  await setMissing(
    tx,
    rows.map((row) => row.id),
    missingSince,
  );
  return { count: rows.length, conversationIds: [...new Set(rows.map((row) => row.conversationId))] };
}

/** Some of what lies in a folder, whatever its generation. */
export async function livePlacements(
  tx: Db,
  folderId: number,
  limit: number,
): Promise<{ id: number; conversationId: number }[]> {
  return prepared<{ id: number; conversationId: number }>(tx, selectLive).all(folderId, limit);
}

/** Whether anything has been missing since before `before`; served by `placements_by_missing`. */
export async function hasMissingPlacements(db: Db, accountId: number, before: Date): Promise<boolean> {
  return prepared<number>(db, selectMissing).pluck().get(before.getTime(), accountId) === 1;
}

/** Removes what has been missing since before `before` and is not being moved; served by `placements_by_missing`. */
export async function deleteMissingPlacements(tx: Db, accountId: number, before: Date, limit: number): Promise<number> {
  return prepared(tx, deleteMissing).run(before.getTime(), accountId, limit).changes;
}

/** Conversations with something in a folder, by id after `afterId`. */
export async function conversationsInFolder(
  db: Db,
  folderId: number,
  afterId: number,
  limit: number,
): Promise<number[]> {
  return prepared<number>(db, selectConversations).pluck().all(folderId, folderId, folderId, afterId, limit);
}

const selectFlags = `
  select p.id, p.uid, m.conversation_id as conversationId, p.modseq, p.seen, p.flagged, p.answered, p.draft, p.deleted,
    p.keywords, p.labels
  from json_each(?) j
  cross join placements p on p.folder_id = ? and p.generation = ? and p.uid = j.value and p.missing_since is null
  join messages m on m.id = p.message_id`;

const unsettled = `state in ('pending', 'inflight', 'uncertain')`;

const selectUnsettled = `
  select o.placement_id as id, f.value as flag
  from json_each(?) j
  cross join operations o on o.placement_id = j.value and o.kind = 'store-flags' and o.${unsettled}
  join json_each(json_array(o.payload -> '$.add', o.payload -> '$.remove')) side
  join json_each(side.value) f`;

const updateRow = `
  update placements set modseq = ?, seen = ?, flagged = ?, answered = ?, draft = ?, deleted = ?, keywords = ?, labels = ?
  where id = ?`;

const selectUids = `
  select uid, missing_since is not null from placements where folder_id = ? and generation = ? order by uid`;

const isMoving = `
  exists (select 1 from operations o where o.placement_id = p.id and o.kind = 'move' and o.${unsettled})`;

/** Not every server says under which UID a mail arrived; some move nothing, because it was gone, and say that they did. */
const isOnItsWay = `
  (p.moving_to_folder_id is not null
    and exists (
      select 1 from operations o
      where o.placement_id = p.id and o.kind = 'move' and o.state = 'done' and o.settled_at > ?)
    and not exists (
      select 1 from placements t
      where t.message_id = p.message_id and t.folder_id = p.moving_to_folder_id and t.missing_since is null))`;

const selectVanishing = `
  select p.id, p.uid, m.conversation_id as conversationId, (${isMoving} or ${isOnItsWay}) as isMoving
  from json_each(?) j
  cross join placements p on p.folder_id = ? and p.generation = ? and p.uid = j.value and p.missing_since is null
  join messages m on m.id = p.message_id`;

/** One above the highest UID there can be (RFC 3501 §9, nz-number). */
const uidEnd = 2 ** 32;

const selectNewest = `
  select uid from placements where folder_id = ? and generation = ? and uid < ? and missing_since is null
  order by uid desc limit ?`;

const selectAtEnd = (order: "asc" | "desc") => `
  select p.uid, m.identity, m.internet_message_id as internetMessageId
  from placements p join messages m on m.id = p.message_id
  where p.folder_id = ? and p.generation = ?
  order by p.uid ${order} limit ?`;

const selectUnseen = `
  select count(*) from placements where folder_id = ? and generation = ? and missing_since is null and seen = 0`;

const selectIds = `
  select p.id, m.conversation_id as conversationId
  from json_each(?) j
  cross join placements p on p.folder_id = ? and p.generation = ? and p.uid = j.value
  join messages m on m.id = p.message_id`;

const selectLive = `
  select p.id, m.conversation_id as conversationId from placements p join messages m on m.id = p.message_id
  where p.folder_id = ? and p.missing_since is null limit ?`;

/** What is gone is on its way to nowhere. */
const updateMissing = `
  update placements
  set (missing_since, moving_to_folder_id) = (select j.value, iif(j.value is null, moving_to_folder_id, null) from json_each(json_array(?)) j)
  where id in (select value from json_each(?))`;

const selectFormer = `
  select p.id, m.conversation_id as conversationId from placements p join messages m on m.id = p.message_id
  where p.folder_id = ? and p.generation < ? and p.missing_since is null
  limit ?`;

const selectMissing = `select exists (select 1 from placements where missing_since < ? and account_id = ?)`;

const deleteMissing = `
  delete from placements where id in (
    select p.id from placements p
    where p.missing_since < ? and p.account_id = ? and not ${isMoving} limit ?)`;

const selectConversations = `
  select distinct m.conversation_id
  from placements p join messages m on m.id = p.message_id
  where (p.folder_id = ? or p.moving_to_folder_id = ? or p.id in (select placement_id from placement_labels where folder_id = ?))
    and m.conversation_id > ?
  order by m.conversation_id limit ?`;
