import { findAccountRow } from "#db/queries/accounts/accounts";
import { accountComparison, comparisonTotals, folderComparisonsOf } from "#db/queries/health/comparisons";
import type { Comparison } from "#lib/contracts/sync-health";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { store } from "#server/store";
import { presentComparison, presentFolderComparison } from "./present-comparison.ts";

/** The comparison of an account with its server that was asked for last: how far it is, and what it found. */
export async function getComparison(agent: Agent, accountId: number): Promise<Comparison> {
  const db = store().read;
  if (!(await findAccountRow(db, agent, accountId))) throw new AppError("not_found", "There is no such account.");
  const totals = (await comparisonTotals(db)).get(accountId);
  const folders = await folderComparisonsOf(db, accountId);
  return {
    accountId,
    ...presentComparison(await accountComparison(db, accountId), totals),
    folders: folders.map(presentFolderComparison),
  };
}
