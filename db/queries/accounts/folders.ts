import { asc, eq } from "drizzle-orm";
import type { FolderRole, FolderRoleSource } from "#lib/contracts/vocabulary";
import type { Db } from "../../dialect/sqlite.ts";
import { folders } from "../../schema/index.ts";

export type FolderRow = Awaited<ReturnType<typeof listFolderRows>>[number];
export type FolderPart = { role: FolderRole; roleSource: FolderRoleSource; isPrimary: boolean };

const columns = {
  id: folders.id,
  accountId: folders.accountId,
  path: folders.path,
  name: folders.name,
  delimiter: folders.delimiter,
  role: folders.role,
  roleSource: folders.roleSource,
  isPrimary: folders.isPrimary,
  selectable: folders.selectable,
  label: folders.label,
  subscribed: folders.subscribed,
  pendingAct: folders.pendingAct,
  pendingPath: folders.pendingPath,
  actFailure: folders.actFailure,
  uidValidity: folders.uidValidity,
  uidNext: folders.uidNext,
  highestModseq: folders.highestModseq,
  generation: folders.generation,
  serverCount: folders.serverCount,
  serverUnseenCount: folders.serverUnseenCount,
  storedCount: folders.storedCount,
  quarantinedCount: folders.quarantinedCount,
  backfillDone: folders.backfillDone,
  parkedUntil: folders.parkedUntil,
  failureDetail: folders.failureDetail,
  missingSince: folders.missingSince,
  lastSyncedAt: folders.lastSyncedAt,
};

/** By path; served by `folders_by_account_path`. */
export async function listFolderRows(db: Db, accountId: number) {
  return db.select(columns).from(folders).where(eq(folders.accountId, accountId)).orderBy(asc(folders.path));
}

export async function findFolderRow(db: Db, folderId: number): Promise<FolderRow | undefined> {
  const [row] = await db.select(columns).from(folders).where(eq(folders.id, folderId));
  return row;
}

/** The part it plays from now on. */
export async function updateFolderPart(tx: Db, folderId: number, part: FolderPart): Promise<void> {
  await tx.update(folders).set(part).where(eq(folders.id, folderId));
}
