import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { built, prepared, type Db } from "../../dialect/sqlite.ts";
import { folders, placements } from "../../schema/index.ts";

export type FolderRow = typeof folders.$inferSelect;
export type FolderPatch = Partial<typeof folders.$inferInsert>;

/** Served by `folders_by_account_path`. */
export async function foldersOf(db: Db, accountId: number): Promise<FolderRow[]> {
  return built(db, selectOfAccount).all({ accountId });
}

/** Whose history is not all here yet; served by `folders_by_account_path`. */
export async function foldersWithoutHistory(db: Db, accountId: number): Promise<FolderRow[]> {
  return built(db, selectWithoutHistory).all({ accountId });
}

export async function folderById(db: Db, folderId: number): Promise<FolderRow | undefined> {
  return built(db, selectOne).get({ folderId });
}

/** Served by `folders_by_account_path`. */
export async function folderAtPath(db: Db, accountId: number, path: string): Promise<{ id: number } | undefined> {
  const at = and(eq(folders.accountId, accountId), eq(folders.path, path));
  const [row] = await db.select({ id: folders.id }).from(folders).where(at).limit(1);
  return row;
}

export async function insertFolder(tx: Db, folder: typeof folders.$inferInsert): Promise<FolderRow> {
  const [row] = await tx.insert(folders).values(folder).returning();
  if (!row) throw new Error("An insert answers with its row.");
  return row;
}

export async function updateFolder(tx: Db, folderId: number, patch: FolderPatch): Promise<void> {
  if (Object.keys(patch).length > 0) await tx.update(folders).set(patch).where(eq(folders.id, folderId));
}

export async function addStoredCount(tx: Db, folderId: number, count: number): Promise<void> {
  prepared(tx, addStored).run(count, folderId);
}

const addStored = `update folders set stored_count = max(0, stored_count + ?) where id = ?`;

/** With its placements and their operations. */
export async function deleteFolder(tx: Db, folderId: number): Promise<void> {
  await tx.delete(folders).where(eq(folders.id, folderId));
}

/** Counts what lies in a folder anew; served by `placements_by_folder_uid`. */
export async function recountFolder(tx: Db, folderId: number, generation: number): Promise<void> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)` })
    .from(placements)
    .where(
      and(eq(placements.folderId, folderId), eq(placements.generation, generation), isNull(placements.missingSince)),
    );
  await updateFolder(tx, folderId, { storedCount: row?.count ?? 0 });
}

const selectOne = (db: Db) =>
  db
    .select()
    .from(folders)
    .where(eq(folders.id, sql.placeholder("folderId")))
    .prepare();

const selectOfAccount = (db: Db) =>
  db
    .select()
    .from(folders)
    .where(eq(folders.accountId, sql.placeholder("accountId")))
    .orderBy(asc(folders.path))
    .prepare();

const selectWithoutHistory = (db: Db) =>
  db
    .select()
    .from(folders)
    .where(and(eq(folders.accountId, sql.placeholder("accountId")), eq(folders.backfillDone, false)))
    .orderBy(asc(folders.path))
    .prepare();
