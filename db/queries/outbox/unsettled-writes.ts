import { prepared, type Db } from "../../dialect/sqlite.ts";

/** Whether anything is on its way to a folder of this account; served by `operations_by_state`. */
export function hasUnsettledWrites(db: Db, accountId: number): boolean {
  return prepared<number>(db, selectUnsettled).pluck().get(accountId) === 1;
}

const selectUnsettled = `
  select exists (
    select 1 from operations
    where state in ('pending', 'inflight', 'uncertain') and account_id = ? and kind in ('move', 'append-sent'))`;
