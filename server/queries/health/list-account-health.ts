import { listAccountRows, type AccountRow } from "#db/queries/accounts/accounts";
import { comparisonTotals, listAccountComparisons } from "#db/queries/health/comparisons";
import { quarantinedCounts } from "#db/queries/health/folders";
import { holdsAfter, type HoldRow } from "#db/queries/health/holds";
import { connectionsOf, trafficSince } from "#db/queries/health/traffic";
import type { Page } from "#lib/contracts/paging";
import type { AccountHealth } from "#lib/contracts/sync-health";
import type { AccountSeat } from "#lib/contracts/vocabulary";
import { profileOfAccount } from "#lib/providers/find-profile";
import { sampleProvider } from "#lib/providers/sample";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { now } from "#server/clock";
import { store } from "#server/store";
import { heldByBytes } from "./held-by-bytes.ts";
import { presentComparison } from "./present-comparison.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** How the sync of every account does that this agent may know of: all at once, for a team has dozens. */
export async function listAccountHealth(agent: Agent): Promise<Page<AccountHealth>> {
  return { items: await healthOf(agent, await listAccountRows(store().read, agent)), nextCursor: null };
}

/** What belongs to all of them is read once. */
export async function healthOf(agent: Agent, rows: AccountRow[]): Promise<AccountHealth[]> {
  const db = store().read;
  const at = now();
  const byBytes = heldByBytes(db, rows);
  const holds = Map.groupBy(holdsAfter(db, at), (hold) => hold.accountId);
  const [traffic, connections, asked, totals, quarantined] = await Promise.all([
    trafficSince(db, new Date(at.getTime() - dayMs)),
    connectionsOf(db),
    listAccountComparisons(db),
    comparisonTotals(db),
    quarantinedCounts(db),
  ]);
  return rows.map((row) => ({
    accountId: row.id,
    name: row.name,
    emailAddress: row.emailAddress,
    color: row.color,
    state: row.state,
    stateCode: row.stateCode,
    stateDetail: row.stateDetail,
    nextRetryAt: row.nextRetryAt?.toISOString() ?? null,
    attentionSince: row.attentionSince?.toISOString() ?? null,
    lastContactAt: row.lastContactAt?.toISOString() ?? null,
    lastSyncedAt: row.lastSyncedAt?.toISOString() ?? null,
    lagSeconds: lagOf(row, at),
    connectionCount: connections.get(row.id)?.count ?? 0,
    providerName: profileOfAccount(row).name,
    isSample: row.provider === sampleProvider,
    budget: budgetOf(row, connections.get(row.id)?.seat ?? "kept", [
      ...(holds.get(row.id) ?? []),
      ...(byBytes.get(row.id) ?? []).map((hold) => Object.assign(hold, { code: "daily_bytes", detail: "" })),
    ]),
    traffic: { sentBytes: traffic.get(row.id)?.sentBytes ?? 0, receivedBytes: traffic.get(row.id)?.receivedBytes ?? 0 },
    quarantinedCount: quarantined.get(row.id) ?? 0,
    backfill: { done: row.backfillDone, total: row.backfillTotal },
    canChange: can(agent, "account.change", { ownerId: row.ownerId }),
    comparison: presentComparison(asked.get(row.id), totals.get(row.id)),
  }));
}

function budgetOf(row: AccountRow, seat: AccountSeat, holds: Omit<HoldRow, "accountId">[]): AccountHealth["budget"] {
  const { connectionsPerAccount, dailyDownloadBytes } = profileOfAccount(row).limits;
  return {
    seat,
    connectionsMax: connectionsPerAccount,
    bytesMax: dailyDownloadBytes,
    holds: holds.map(({ scope, until, code, detail }) => ({ scope, until: until.toISOString(), code, detail })),
  };
}

/** Sample mail has nothing to be behind of. */
function lagOf({ provider, lastSyncedAt }: AccountRow, at: Date): number | null {
  if (provider === sampleProvider || !lastSyncedAt) return null;
  return Math.max(0, Math.round((at.getTime() - lastSyncedAt.getTime()) / 1000));
}
