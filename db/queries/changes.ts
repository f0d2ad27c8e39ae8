import { and, asc, desc, gt, lt } from "drizzle-orm";
import type { Change } from "#lib/contracts/change";
import type { Db } from "../dialect/sqlite.ts";
import { changes } from "../schema/index.ts";

export async function appendChanges(tx: Db, appended: Change[], createdAt: Date): Promise<void> {
  // SQLite allows 32,766 parameters a statement.
  for (let start = 0; start < appended.length; start += 1000) {
    const rows = appended.slice(start, start + 1000).map((change) => ({ type: change.type, data: change, createdAt }));
    await tx.insert(changes).values(rows);
  }
}

/** In order, after `seq`. */
export async function changesAfter(db: Db, seq: number, limit: number): Promise<{ seq: number; data: Change }[]> {
  return db
    .select({ seq: changes.seq, data: changes.data })
    .from(changes)
    .where(gt(changes.seq, seq))
    .orderBy(asc(changes.seq))
    .limit(limit);
}

/** The newest seq, 0 in an empty log. */
export async function latestSeq(db: Db): Promise<number> {
  const [row] = await db.select({ seq: changes.seq }).from(changes).orderBy(desc(changes.seq)).limit(1);
  return row?.seq ?? 0;
}

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
