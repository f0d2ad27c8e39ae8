import type { FolderRow } from "#db/queries/accounts/folders";
import type { Folder } from "#lib/contracts/account";

export function presentFolder(row: FolderRow): Folder {
  return {
    id: row.id,
    accountId: row.accountId,
    path: row.path,
    name: row.name,
    role: row.role,
    roleSource: row.roleSource,
    isPrimary: row.isPrimary,
    selectable: row.selectable,
    label: row.label,
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
