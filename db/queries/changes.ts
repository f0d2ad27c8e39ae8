import { and, asc, desc, gt, lt, sql } from "drizzle-orm";
import type { Change } from "#lib/contracts/change";
import { built, prepared, type Db } from "../dialect/sqlite.ts";
import { changes } from "../schema/index.ts";

export async function appendChanges(tx: Db, appended: Change[], createdAt: Date): Promise<void> {
  const statement = prepared(tx, insertChange);
  for (const change of appended) statement.run(change.type, JSON.stringify(change), createdAt.getTime());
}

const insertChange = "insert into changes (type, data, created_at) values (?, ?, ?)";

/** In order, after `seq`. */
export async function changesAfter(db: Db, seq: number, limit: number): Promise<{ seq: number; data: Change }[]> {
  return built(db, selectAfter).all({ seq, limit });
}

const selectAfter = (db: Db) =>
  db
    .select({ seq: changes.seq, data: changes.data })
    .from(changes)
    .where(gt(changes.seq, sql.placeholder("seq")))
    .orderBy(asc(changes.seq))
    .limit(sql.placeholder("limit"))
    .prepare();

/** The newest seq, 0 in an empty log. */
export async function latestSeq(db: Db): Promise<number> {
  return built(db, selectLatest).get()?.seq ?? 0;
}

const selectLatest = (db: Db) =>
  db.select({ seq: changes.seq }).from(changes).orderBy(desc(changes.seq)).limit(1).prepare();

/** When the newest change was told; undefined in an empty log. */
export async function newestChangeAt(db: Db): Promise<Date | undefined> {
  const [row] = await db.select({ createdAt: changes.createdAt }).from(changes).orderBy(desc(changes.seq)).limit(1);
  return row?.createdAt;
}

/** The oldest seq still kept, 0 in an empty log. */
export async function oldestSeq(db: Db): Promise<number> {
  const [row] = await db.select({ seq: changes.seq }).from(changes).orderBy(asc(changes.seq)).limit(1);
  return row?.seq ?? 0;
}

/** Served by `changes_by_date`. The newest row stays, so that `latestSeq` never goes back. */
export async function deleteChangesBefore(tx: Db, before: Date): Promise<void> {
  const newest = await latestSeq(tx);
  await tx.delete(changes).where(and(lt(changes.createdAt, before), lt(changes.seq, newest)));
}
