import { asc, gt } from "drizzle-orm";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { accountHolds } from "../../schema/index.ts";

export type HoldRow = ReturnType<typeof holdsAfter>[number];

/** What accounts leave alone beyond `at`, the longest last. */
export function holdsAfter(db: Db, at: Date) {
  return db
    .select({
      accountId: accountHolds.accountId,
      scope: accountHolds.scope,
      until: accountHolds.until,
      code: accountHolds.code,
      detail: accountHolds.detail,
    })
    .from(accountHolds)
    .where(gt(accountHolds.until, at))
    .orderBy(asc(accountHolds.until))
    .all();
}

/** Nothing for an account that is gone. */
export function setHold(tx: Db, accountId: number, hold: Omit<HoldRow, "accountId">): void {
  prepared(tx, setRow).run(accountId, hold.scope, hold.until.getTime(), hold.code, hold.detail, accountId);
}

const setRow = `
  insert into account_holds (account_id, scope, until, code, detail)
  select ?, ?, ?, ?, ? where exists (select 1 from accounts where id = ?)
  on conflict (account_id, scope) do update
  set until = excluded.until, code = excluded.code, detail = excluded.detail`;
