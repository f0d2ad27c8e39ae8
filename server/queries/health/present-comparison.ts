import type { AccountComparisonRow, ComparisonTotals, FolderComparisonRow } from "#db/queries/health/comparisons";
import type { AccountComparison, FolderComparison } from "#lib/contracts/sync-health";

export function presentComparison(
  row: AccountComparisonRow | undefined,
  totals: ComparisonTotals | undefined,
): AccountComparison {
  const { progressDone, progressTotal, accountId: _, ...counts } = totals ?? noTotals;
  return {
    state: row?.state ?? null,
    progress: { done: progressDone, total: progressTotal },
    ...counts,
    detail: row?.detail ?? "",
    wishedAt: row?.wishedAt.toISOString() ?? null,
    startedAt: row?.startedAt?.toISOString() ?? null,
    endedAt: row?.endedAt?.toISOString() ?? null,
  };
}

export function presentFolderComparison(row: FolderComparisonRow): FolderComparison {
  const { progressDone, progressTotal, endedAt, ...rest } = row;
  return { ...rest, progress: { done: progressDone, total: progressTotal }, endedAt: endedAt?.toISOString() ?? null };
}

const noTotals: ComparisonTotals = {
  accountId: 0,
  progressDone: 0,
  progressTotal: 0,
  totalCount: 0,
  equalCount: 0,
  pendingCount: 0,
  newsCount: 0,
  quarantinedCount: 0,
  differenceCount: 0,
  mendedCount: 0,
  failedFolderCount: 0,
};
