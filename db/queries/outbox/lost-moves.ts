import { prepared, type Db } from "../../dialect/sqlite.ts";
import { conversationsOfPlacements, markMissing } from "./move-placements.ts";

/** A placement that was moved to where nobody knows, the folder it was to lie in, and what sync has stored there of it since. */
export type LostMove = { placementId: number; toFolderId: number; foundId: number | null };

export type FoundMove = LostMove & { foundId: number };

/** A placement that left where it lay. */
export type Left = { id: number; folderId: number; uid: number };

/**
 * Those of these placements whose last move was carried out after `since`, whose arrival was not told, and which have not been found
 * anywhere since; served by `operations_by_placement`.
 */
export function lostMoves(db: Db, placementIds: readonly number[], since: Date): LostMove[] {
  return prepared<LostMove>(db, selectLost).all(since.getTime(), JSON.stringify(placementIds));
}

/** What waits for them waits for what was found, which is shown where that leads. @returns whose conversations to count anew */
export function redirectMoves(tx: Db, found: readonly FoundMove[], now: Date): number[] {
  for (const { placementId, foundId } of found) {
    prepared(tx, moveOperations).run(foundId, placementId);
    prepared(tx, showTarget).run(placementId, foundId);
    prepared(tx, endMove).run(placementId);
  }
  // It is where it was no more; a server that left it there has marked it as deleted.
  const list = JSON.stringify(found.map((one) => one.placementId));
  markMissing(tx, prepared<number>(tx, selectUnmarked).pluck().all(list), now);
  return conversationsOfPlacements(
    tx,
    found.map((one) => one.placementId),
  );
}

/** Remembers of moves that were carried out where each message left from; sync finds it elsewhere, or it is lost until then. */
export function noteLeft(tx: Db, operationIds: readonly number[], left: readonly Left[]): void {
  prepared(tx, setLeftFrom).run(JSON.stringify(left), JSON.stringify(operationIds));
}

const setLeftFrom = `
  update operations set payload = json_set(payload, '$.leftFrom', json_object('folderId', l.value ->> 'folderId', 'uid', l.value ->> 'uid'))
  from json_each(?) l
  where operations.placement_id = l.value ->> 'id' and operations.id in (select value from json_each(?))`;

const lastDone = `
  select iif(o.settled_at > ? and o.payload ->> '$.leftFrom.folderId' = p.folder_id and o.payload ->> '$.leftFrom.uid' = p.uid,
    o.payload ->> 'toFolderId', null)
  from operations o
  where o.placement_id = p.id and o.kind = 'move' and o.state = 'done' order by o.id desc limit 1`;

const selectLost = `
  with moved as (
    select p.id, p.message_id, p.folder_id, (${lastDone}) as toFolderId
    from placements p where p.id in (select value from json_each(?)))
  select moved.id as placementId, moved.toFolderId, (
    select t.id from placements t
    where t.message_id = moved.message_id and t.folder_id = moved.toFolderId and t.missing_since is null and t.deleted = 0
    order by t.id desc limit 1) as foundId
  from moved where moved.toFolderId is not null and moved.toFolderId <> moved.folder_id`;

const moveOperations = `
  update operations set placement_id = ?
  where placement_id = ? and state in ('pending', 'inflight', 'uncertain')`;

const showTarget = `
  update placements set moving_to_folder_id = (select f.moving_to_folder_id from placements f where f.id = ?) where id = ?`;

const endMove = `update placements set moving_to_folder_id = null where id = ?`;

const selectUnmarked = `
  select id from placements where id in (select value from json_each(?)) and deleted = 0 and missing_since is null`;
