import { prepared, type Db } from "../../dialect/sqlite.ts";

/** What is stored of one message of a folder, as a comparison with the server needs it. */
export type ComparedPlacement = {
  uid: number;
  seen: number;
  flagged: number;
  answered: number;
  draft: number;
  deleted: number;
  keywords: string;
  labels: string;
  /** Believed to be gone from the server. */
  isMissing: number;
  /** An act on it was not carried out on the server yet: until then the two may differ. */
  isPending: number;
};

/**
 * A folder's placements with UIDs from `from` to `to`, ascending, those believed to be gone included; served by
 * `placements_by_folder_uid` and `operations_by_placement`.
 */
export async function comparedPlacements(
  db: Db,
  { id, generation }: { id: number; generation: number },
  range: { from: number; to: number },
): Promise<ComparedPlacement[]> {
  return prepared<ComparedPlacement>(db, selectRange).all(id, generation, range.from, range.to);
}

const selectRange = `
  select p.uid, p.seen, p.flagged, p.answered, p.draft, p.deleted, p.keywords, p.labels, p.missing_since is not null as isMissing,
    (p.moving_to_folder_id is not null or exists (
      select 1 from operations o
      where o.placement_id = p.id and o.kind in ('store-flags', 'store-labels', 'move') and o.state in ('pending', 'inflight', 'uncertain'))) as isPending
  from placements p
  where p.folder_id = ? and p.generation = ? and p.uid between ? and ?
  order by p.uid`;
