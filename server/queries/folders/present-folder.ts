import type { FolderRow } from "#db/queries/accounts/folders";
import type { Folder } from "#lib/contracts/account";

/** As it will be once its server has done what was wished for. */
export function presentFolder(row: FolderRow): Folder {
  const path = row.pendingPath ?? row.path;
  const isRenamed = row.pendingPath !== null && row.delimiter !== "";
  return {
    id: row.id,
    accountId: row.accountId,
    path,
    name: isRenamed ? path.slice(path.lastIndexOf(row.delimiter) + row.delimiter.length) : row.name,
    delimiter: row.delimiter,
    role: row.role,
    roleSource: row.roleSource,
    isPrimary: row.isPrimary,
    selectable: row.selectable,
    label: row.label,
    subscribed: row.subscribed,
    pendingAct: row.pendingAct,
    actFailure: row.actFailure,
    uidValidity: row.uidValidity?.toString() ?? null,
    uidNext: row.uidNext,
    highestModseq: row.highestModseq?.toString() ?? null,
    serverCount: row.serverCount,
    storedCount: row.storedCount,
    quarantinedCount: row.quarantinedCount,
    unseenCount: row.serverUnseenCount,
    backfillDone: row.backfillDone,
    parkedUntil: row.parkedUntil?.toISOString() ?? null,
    failureDetail: row.failureDetail,
    lastSyncedAt: row.lastSyncedAt?.toISOString() ?? null,
  };
}
