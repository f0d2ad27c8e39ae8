import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { accounts, folders } from "../../schema/index.ts";

export type TargetFolder = Awaited<ReturnType<typeof foldersOfAccounts>>[number];

/** Folders that mail can be moved to, primary ones first; served by `folders_by_account_path`. */
export async function foldersOfAccounts(db: Db, accountIds: number[]) {
  return db
    .select({
      id: folders.id,
      accountId: folders.accountId,
      path: folders.path,
      delimiter: folders.delimiter,
      role: folders.role,
    })
    .from(folders)
    .where(and(inArray(folders.accountId, accountIds), eq(folders.selectable, true), isNull(folders.missingSince)))
    .orderBy(desc(folders.isPrimary), asc(folders.id));
}

/** A folder of an account that belongs to one of these inboxes, or undefined. */
export async function findFolder(db: Db, inboxIds: number[], folderId: number) {
  const [row] = await db
    .select({ id: folders.id, accountId: folders.accountId, role: folders.role })
    .from(folders)
    .innerJoin(accounts, eq(accounts.id, folders.accountId))
    .where(
      and(
        eq(folders.id, folderId),
        inArray(accounts.inboxId, inboxIds),
        eq(folders.selectable, true),
        isNull(folders.missingSince),
      ),
    );
  return row;
}

/**
 * A folder that the server will have once the first mail is moved there; the one that has this path already, if the server's last list
 * only left it out; undefined where nothing can be moved to a folder of this path.
 */
export async function addFolder(
  tx: Db,
  folder: Pick<typeof folders.$inferInsert, "accountId" | "path" | "name" | "delimiter" | "role" | "createdAt">,
): Promise<number | undefined> {
  const [made] = await tx
    .insert(folders)
    .values({ ...folder, roleSource: "name" })
    .onConflictDoNothing({ target: [folders.accountId, folders.path] })
    .returning({ id: folders.id });
  if (made) return made.id;
  const [known] = await tx
    .select({ id: folders.id })
    .from(folders)
    .where(and(eq(folders.accountId, folder.accountId), eq(folders.path, folder.path), eq(folders.selectable, true)));
  return known?.id;
}
