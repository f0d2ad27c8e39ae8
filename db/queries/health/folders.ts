import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { folders } from "../../schema/index.ts";

export type FolderHealthRow = Awaited<ReturnType<typeof listFolderHealth>>[number];

/** How each folder of an account stands, by path; served by `folders_by_account_path`. */
export async function listFolderHealth(db: Db, accountId: number) {
  return db
    .select({
      folderId: folders.id,
      path: folders.path,
      role: folders.role,
      uidValidity: folders.uidValidity,
      serverCount: folders.serverCount,
      storedCount: folders.storedCount,
      quarantinedCount: folders.quarantinedCount,
      backfillDone: folders.backfillDone,
      parkedUntil: folders.parkedUntil,
      failureDetail: folders.failureDetail,
      lastSyncedAt: folders.lastSyncedAt,
      lastComparedAt: folders.lastComparedAt,
      selectable: folders.selectable,
      missingSince: folders.missingSince,
    })
    .from(folders)
    .where(eq(folders.accountId, accountId))
    .orderBy(asc(folders.path));
}

/** Messages set aside, by account. */
export async function quarantinedCounts(db: Db): Promise<Map<number, number>> {
  const rows = await db
    .select({ accountId: folders.accountId, count: sql<number>`sum(${folders.quarantinedCount})` })
    .from(folders)
    .groupBy(folders.accountId);
  return new Map(rows.map((row) => [row.accountId, row.count]));
}
