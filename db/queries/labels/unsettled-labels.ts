import { prepared, type Db } from "../../dialect/sqlite.ts";

/** Labels that agents have put on or taken off and the server has not been told of yet, by placement; served by `operations_by_placement`. */
export async function unsettledLabels(tx: Db, placementIds: number[]): Promise<Map<number, Set<string>>> {
  const rows = prepared<{ id: number; label: string }>(tx, selectUnsettled).all(JSON.stringify(placementIds));
  const labels = new Map<number, Set<string>>();
  for (const { id, label } of rows) labels.set(id, (labels.get(id) ?? new Set()).add(label));
  return labels;
}

const selectUnsettled = `
  select o.placement_id as id, f.label
  from json_each(?) j
  cross join operations o on o.placement_id = j.value and o.kind = 'store-labels' and o.state in ('pending', 'inflight', 'uncertain')
  join json_each(json_array(o.payload -> '$.addFolderIds', o.payload -> '$.removeFolderIds')) side
  join json_each(side.value) i
  join folders f on f.id = i.value and f.label is not null`;
