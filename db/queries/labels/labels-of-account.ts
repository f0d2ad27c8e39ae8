import { prepared, type Db } from "../../dialect/sqlite.ts";

/** A folder that shows one of Gmail's labels. */
export type LabelFolder = { id: number; accountId: number; label: string; name: string };

/** Those of these accounts that are listed; served by `folders_by_label`. */
export function labelsOfAccounts(db: Db, accountIds: readonly number[]): LabelFolder[] {
  return prepared<LabelFolder>(db, selectLabels).all(JSON.stringify(accountIds));
}

const selectLabels = `
  select f.id, f.account_id as accountId, f.label, f.name
  from json_each(?) j cross join folders f on f.account_id = j.value and f.label is not null and f.missing_since is null
  order by f.id`;
