import { prepared, type Db } from "../../dialect/sqlite.ts";
import { labelsOf, takeLabels } from "../labels/write-labels.ts";

/** Somebody may have moved it on while this move was under way: it is shown where that leads, if that folder is still there. */
const nextTarget = `(
  select f.id from operations o join folders f on f.id = o.payload ->> 'toFolderId'
  where o.placement_id = placements.id and o.kind = 'move' and o.state = 'pending' order by o.id desc limit 1)`;

export type Arrival = { placementId: number; folderId: number; generation: number; uid: number };

/**
 * A placement has arrived in another folder. It is changed in place, so that what hangs on it stays; when sync has stored the new
 * place already, that row is kept and this one ends, its waiting operations and what they promise going over to the kept one.
 * @returns the placement that it is from now on
 */
export function arrivePlacement(tx: Db, { placementId, folderId, generation, uid }: Arrival): number {
  const kept = prepared<{ id: number }>(
    tx,
    `select id from placements where folder_id = ? and generation = ? and uid = ? and id <> ?`,
  ).get(folderId, generation, uid, placementId);
  const ids = JSON.stringify(kept ? [placementId, kept.id] : [placementId]);
  prepared(tx, uncountStored).run(ids, ids);
  settleInPlace(tx, { placementId, folderId, generation, uid }, kept?.id);
  prepared(tx, countStored).run(ids, ids);
  return kept?.id ?? placementId;
}

/**
 * What was copied and not moved lies where it was, too, marked as deleted. Flags that an agent has changed and the server has not been
 * told of yet are told where it went: here they stay as they were.
 */
export function leaveBehind(
  tx: Db,
  placementId: number,
  source: { folderId: number; generation: number; uid: number },
  now: Date,
): void {
  const { lastInsertRowid, changes } = prepared(
    tx,
    `insert into placements (message_id, account_id, folder_id, generation, uid, seen, flagged, answered, draft, deleted, keywords,
       labels, received_at, created_at)
     select message_id, account_id, ?, ?, ?, ${untold("seen", "\\Seen")}, ${untold("flagged", "\\Flagged")},
       ${untold("answered", "\\Answered")}, draft, 1, keywords, '[]', received_at, ?
     from placements where id = ?
     on conflict (folder_id, generation, uid) do nothing`,
  ).run(source.folderId, source.generation, source.uid, now.getTime(), placementId);
  const ids = JSON.stringify(changes > 0 ? [Number(lastInsertRowid)] : []);
  prepared(tx, countStored).run(ids, ids);
}

/** A flag as the server has it: the other way round where an agent's change of it waits to be told. */
const untold = (column: string, flag: string) => `coalesce((
  select not exists (select 1 from json_each(o.payload -> '$.add') f where f.value = '${flag}')
  from operations o
  where o.placement_id = placements.id and o.kind = 'store-flags' and o.state in ('pending', 'inflight', 'uncertain')
    and exists (
      select 1 from json_each(json_array(o.payload -> '$.add', o.payload -> '$.remove')) side
      join json_each(side.value) f on f.value = '${flag}')
  order by o.id limit 1), ${column})`;

function settleInPlace(tx: Db, { placementId, folderId, generation, uid }: Arrival, keptId: number | undefined): void {
  if (keptId === undefined) {
    prepared(
      tx,
      `update placements set folder_id = ?, generation = ?, uid = ?, modseq = null, moving_to_folder_id = ${nextTarget},
         missing_since = null
       where id = ?`,
    ).run(folderId, generation, uid, placementId);
    return;
  }
  prepared(tx, `update operations set placement_id = ? where placement_id = ?`).run(keptId, placementId);
  prepared(tx, keepPromisedFlags).run(placementId, keptId, keptId);
  takeLabels(tx, new Map(labelsOf(tx, hasWishedLabels(tx, keptId) ? [keptId] : []).map((row) => [row.id, row.labels])));
  prepared(tx, `update placements set missing_since = null, moving_to_folder_id = ${nextTarget} where id = ?`).run(
    keptId,
  );
  prepared(tx, `delete from placements where id = ?`).run(placementId);
}

/** The move did not happen: shown again where the server has it. Its operations are settled before. */
export function cancelMoves(tx: Db, placementIds: readonly number[]): void {
  prepared(
    tx,
    `update placements set moving_to_folder_id = ${nextTarget} where id in (select value from json_each(?))`,
  ).run(JSON.stringify(placementIds));
}

/** Gone from the server since `now`: sync links it anew where it finds it, or lets it go. */
export function markMissing(tx: Db, placementIds: readonly number[], now: Date): void {
  const ids = JSON.stringify(placementIds);
  prepared(tx, uncountStored).run(ids, ids);
  prepared(
    tx,
    `update placements set missing_since = coalesce(missing_since, ?) where id in (select value from json_each(?))`,
  ).run(now.getTime(), ids);
}

export function conversationsOfPlacements(db: Db, placementIds: readonly number[]): number[] {
  return prepared<{ id: number }>(
    db,
    `select distinct m.conversation_id as id from placements p join messages m on m.id = p.message_id
     where p.id in (select value from json_each(?))`,
  )
    .all(JSON.stringify(placementIds))
    .map((row) => row.id);
}

const hasWishedLabels = (db: Db, placementId: number): boolean =>
  prepared(
    db,
    `select 1 from operations where placement_id = ? and kind = 'store-labels' and state in ('pending', 'inflight') limit 1`,
  ).get(placementId) !== undefined;

const keepPromisedFlags = `
  update placements set (seen, flagged, answered) = (select s.seen, s.flagged, s.answered from placements s where s.id = ?)
  where id = ? and exists (
    select 1 from operations o where o.placement_id = ? and o.kind = 'store-flags' and o.state in ('pending', 'inflight'))`;

/** How many of these placements a folder holds, as its count is kept. */
const storedOf = `(
  select count(*) from placements p
  where p.folder_id = folders.id and p.generation = folders.generation and p.missing_since is null
    and p.id in (select value from json_each(?)))`;

const ofThese = `id in (select p.folder_id from placements p where p.id in (select value from json_each(?)))`;

const uncountStored = `update folders set stored_count = max(0, stored_count - ${storedOf}) where ${ofThese}`;

const countStored = `update folders set stored_count = stored_count + ${storedOf} where ${ofThese}`;
