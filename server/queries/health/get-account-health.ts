import { findAccountRow } from "#db/queries/accounts/accounts";
import { folderComparisonsOf, type FolderComparisonRow } from "#db/queries/health/comparisons";
import { listErrors } from "#db/queries/health/errors";
import { listFolderHealth, type FolderHealthRow } from "#db/queries/health/folders";
import type { AccountHealthDetails, FolderHealth } from "#lib/contracts/sync-health";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { store } from "#server/store";
import { healthOf } from "./list-account-health.ts";
import { presentFolderComparison } from "./present-comparison.ts";

/** How one account does, with its folders and what went wrong lately. */
export async function getAccountHealth(agent: Agent, accountId: number): Promise<AccountHealthDetails> {
  const db = store().read;
  const row = await findAccountRow(db, agent, accountId);
  const [health] = row ? await healthOf(agent, [row]) : [];
  if (!health) throw new AppError("not_found", "There is no such account.");
  const errors = await listErrors(db, accountId);
  return {
    ...health,
    folders: await foldersOf(accountId),
    errors: errors.map(({ id, code, detail, folder, count, firstAt, lastAt }) => ({
      id,
      code,
      detail,
      folder,
      count,
      firstAt: firstAt.toISOString(),
      lastAt: lastAt.toISOString(),
    })),
  };
}

/** Those that hold mail and that the server listed last. */
async function foldersOf(accountId: number): Promise<FolderHealth[]> {
  const db = store().read;
  const compared = new Map((await folderComparisonsOf(db, accountId)).map((row) => [row.folderId, row]));
  const rows = (await listFolderHealth(db, accountId)).filter((row) => row.selectable && !row.missingSince);
  return rows.map((row) => presentFolder(row, compared.get(row.folderId)));
}

function presentFolder(row: FolderHealthRow, comparison: FolderComparisonRow | undefined): FolderHealth {
  const { folderId, path, role, serverCount, storedCount, quarantinedCount, backfillDone, failureDetail } = row;
  return {
    folderId,
    path,
    role,
    serverCount,
    storedCount,
    quarantinedCount,
    backfillDone,
    failureDetail,
    uidValidity: row.uidValidity?.toString() ?? null,
    parkedUntil: row.parkedUntil?.toISOString() ?? null,
    lastSyncedAt: row.lastSyncedAt?.toISOString() ?? null,
    lastComparedAt: row.lastComparedAt?.toISOString() ?? null,
    comparison: comparison ? presentFolderComparison(comparison) : null,
  };
}
