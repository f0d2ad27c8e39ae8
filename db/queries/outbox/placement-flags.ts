import { prepared, type Db } from "../../dialect/sqlite.ts";

export type PlacementFlags = {
  placementId: number;
  seen: boolean;
  flagged: boolean;
  answered: boolean;
  draft: boolean;
  deleted: boolean;
  keywords: string[];
};

/** What the server has, unless an agent has meanwhile wished for something else. */
export function setPlacementFlags(tx: Db, rows: readonly PlacementFlags[]): void {
  prepared(tx, updateFlags).run(JSON.stringify(rows), JSON.stringify(rows));
}

/** Takes a wish back without knowing what the server has: the fields that it touched are turned round. */
export function turnBackFlags(
  tx: Db,
  placementIds: readonly number[],
  change: { seen: boolean | null; flagged: boolean | null; answered: boolean | null },
): void {
  const bit = (value: boolean | null) => (value === null ? null : Number(value));
  prepared(
    tx,
    `update placements set seen = coalesce(?, seen), flagged = coalesce(?, flagged), answered = coalesce(?, answered)
     where id in (select value from json_each(?))`,
  ).run(bit(change.seen), bit(change.flagged), bit(change.answered), JSON.stringify(placementIds));
}

const updateFlags = `
  update placements set (seen, flagged, answered, draft, deleted, keywords) = (
    select r.value ->> 'seen', r.value ->> 'flagged', r.value ->> 'answered', r.value ->> 'draft', r.value ->> 'deleted',
      r.value -> 'keywords'
    from json_each(?) r where r.value ->> 'placementId' = placements.id)
  where id in (select r.value ->> 'placementId' from json_each(?) r) and not exists (
    select 1 from operations o where o.placement_id = placements.id and o.kind = 'store-flags' and o.state = 'pending')`;
