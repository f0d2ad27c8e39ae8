import { prepared, type Db } from "../../dialect/sqlite.ts";

export type LabelChange = { add: readonly string[]; remove: readonly string[] };

/** Puts labels on and takes labels off, here only; membership follows by itself (see `placement_labels`). */
export function changeLabels(tx: Db, placementIds: readonly number[], change: LabelChange): void {
  for (const { id, labels } of labelsOf(tx, placementIds)) {
    const removed = new Set(change.remove);
    setLabels(tx, id, [...labels.filter((label) => !removed.has(label)), ...change.add]);
  }
}

/**
 * What the server has, with what agents have wished since laid over it, wish by wish in their order.
 * @param told labels by placement, as the server has them
 */
export function takeLabels(tx: Db, told: ReadonlyMap<number, readonly string[]>): void {
  for (const [id, labels] of told) {
    const kept = new Set(labels);
    for (const wish of prepared<Wish>(tx, selectWishes).all(id)) {
      for (const label of JSON.parse(wish.removed) as string[]) kept.delete(label);
      for (const label of JSON.parse(wish.added) as string[]) kept.add(label);
    }
    setLabels(tx, id, [...kept]);
  }
}

export function labelsOf(db: Db, placementIds: readonly number[]): { id: number; labels: string[] }[] {
  return prepared<{ id: number; labels: string }>(db, selectLabels)
    .all(JSON.stringify(placementIds))
    .map(({ id, labels }) => ({ id, labels: JSON.parse(labels) as string[] }));
}

type Wish = { added: string; removed: string };

function setLabels(tx: Db, placementId: number, labels: readonly string[]): void {
  prepared(tx, updateLabels).run(JSON.stringify([...new Set(labels)].sort()), placementId);
}

const selectLabels = `select id, labels from placements where id in (select value from json_each(?))`;

const updateLabels = `update placements set labels = ? where id = ?`;

const namesIn = (field: string) => `(
  select json_group_array(f.label) from json_each(o.payload -> '$.${field}') i join folders f on f.id = i.value and f.label is not null)`;

const selectWishes = `
  select ${namesIn("addFolderIds")} as added, ${namesIn("removeFolderIds")} as removed
  from operations o
  where o.placement_id = ? and o.kind = 'store-labels' and o.state in ('pending', 'inflight', 'uncertain')
  order by o.id`;
