import { and, asc, eq, or, sql } from "drizzle-orm";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { folders } from "../../schema/index.ts";
import type { FolderPatch } from "../sync/folders.ts";

/** A folder and all that lie in it, by path; served by `folders_by_account_path`. */
export async function foldersBelow(db: Db, accountId: number, path: string, delimiter: string) {
  const inside = path + delimiter;
  const isInside = sql`substr(${folders.path}, 1, ${inside.length}) = ${inside}`;
  return db
    .select({
      id: folders.id,
      accountId: folders.accountId,
      path: folders.path,
      name: folders.name,
      delimiter: folders.delimiter,
      selectable: folders.selectable,
      role: folders.role,
      isPrimary: folders.isPrimary,
      label: folders.label,
      pendingAct: folders.pendingAct,
      pendingPath: folders.pendingPath,
    })
    .from(folders)
    .where(
      and(
        eq(folders.accountId, accountId),
        delimiter === "" ? eq(folders.path, path) : or(eq(folders.path, path), isInside),
      ),
    )
    .orderBy(asc(folders.path));
}

export async function markFolder(tx: Db, folderId: number, wished: FolderPatch) {
  await tx.update(folders).set(wished).where(eq(folders.id, folderId));
}

/** Whether anything was done to folders of an account since then; served by `operations_by_state`. */
export function hasSettledFolderActs(db: Db, accountId: number, since: Date): boolean {
  return prepared<number>(db, selectSettled).pluck().get(accountId, since.getTime()) === 1;
}

/** State of an operation, and why it failed. */
export function outcomeOfOperation(db: Db, operationId: number): { state: string; lastError: string } | undefined {
  return prepared<{ state: string; lastError: string }>(
    db,
    `select state, last_error as lastError from operations where id = ?`,
  ).get(operationId);
}

const selectSettled = `
  select exists (
    select 1 from operations
    where state in ('done', 'failed') and account_id = ? and settled_at >= ?
      and kind in ('create-folder', 'rename-folder', 'delete-folder'))`;
