import { and, asc, eq, inArray, lt, lte, sql } from "drizzle-orm";
import { built, type Db } from "../../dialect/sqlite.ts";
import { folders, quarantine } from "../../schema/index.ts";

export type QuarantineRow = typeof quarantine.$inferSelect;

/** Sets a message aside, or counts one more attempt to read it. */
export async function putInQuarantine(tx: Db, row: typeof quarantine.$inferInsert): Promise<void> {
  await tx
    .insert(quarantine)
    .values(row)
    .onConflictDoUpdate({
      target: [quarantine.folderId, quarantine.generation, quarantine.uid],
      set: { reason: row.reason, attemptCount: row.attemptCount ?? 0, nextAttemptAt: row.nextAttemptAt },
    });
  await countQuarantine(tx, row.folderId);
}

/** Served by `quarantine_by_folder_uid`. */
export async function releaseFromQuarantine(tx: Db, folderId: number, uids: number[]): Promise<void> {
  if (uids.length === 0) return;
  await tx.delete(quarantine).where(and(eq(quarantine.folderId, folderId), inArray(quarantine.uid, uids)));
  await countQuarantine(tx, folderId);
}

/** Forgets what UIDs of older generations stood for. */
export async function emptyFormerQuarantine(tx: Db, folderId: number, generation: number): Promise<void> {
  await tx.delete(quarantine).where(and(eq(quarantine.folderId, folderId), lt(quarantine.generation, generation)));
  await countQuarantine(tx, folderId);
}

/** Served by `quarantine_by_folder_uid`. */
export async function quarantinedIn(db: Db, folderId: number, generation: number): Promise<QuarantineRow[]> {
  return db
    .select()
    .from(quarantine)
    .where(and(eq(quarantine.folderId, folderId), eq(quarantine.generation, generation)))
    .orderBy(asc(quarantine.uid));
}

/** What is due to be tried again in any folder of an account. */
export async function dueQuarantine(db: Db, accountId: number, at: Date): Promise<QuarantineRow[]> {
  return built(db, selectDue)
    .all({ accountId, at: at.getTime() })
    .map(({ row }) => row);
}

const selectDue = (db: Db) =>
  db
    .select({ row: quarantine })
    .from(quarantine)
    .innerJoin(folders, eq(folders.id, quarantine.folderId))
    .where(
      and(eq(folders.accountId, sql.placeholder("accountId")), lte(quarantine.nextAttemptAt, sql.placeholder("at"))),
    )
    .orderBy(asc(quarantine.folderId), asc(quarantine.uid))
    .prepare();

async function countQuarantine(tx: Db, folderId: number): Promise<void> {
  const count = sql<number>`(select count(*) from ${quarantine} where ${quarantine.folderId} = ${folderId})`;
  await tx.update(folders).set({ quarantinedCount: count }).where(eq(folders.id, folderId));
}
