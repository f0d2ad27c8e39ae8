import { prepared, type Db } from "../../dialect/sqlite.ts";

export type StayedPlacement = { id: number; uid: number; conversationId: number; toFolderId: number };

/**
 * Messages of a folder that the server said it had moved, before `movedBefore`, that have not been seen to leave, and that nobody is
 * moving now; served by `placements_by_target` and `operations_by_placement`.
 */
export function stayedPlacements(
  tx: Db,
  { id, generation }: { id: number; generation: number },
  movedBefore: Date,
): StayedPlacement[] {
  return prepared<StayedPlacement>(tx, selectStayed).all(id, generation, movedBefore.getTime());
}

const selectStayed = `
  select p.id, p.uid, m.conversation_id as conversationId, p.moving_to_folder_id as toFolderId
  from placements p indexed by placements_by_target
  join messages m on m.id = p.message_id
  where p.moving_to_folder_id is not null and p.folder_id = ? and p.generation = ? and p.missing_since is null and p.deleted = 0
    and exists (select 1 from operations o where o.placement_id = p.id and o.kind = 'move' and o.state = 'done')
    and not exists (
      select 1 from operations o
      where o.placement_id = p.id and o.kind = 'move'
        and (o.state in ('pending', 'inflight', 'uncertain') or (o.state = 'done' and o.settled_at >= ?)))`;
