import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { accountComparisons, folderComparisons, folders } from "../../schema/index.ts";

export type AccountComparisonRow = typeof accountComparisons.$inferSelect;
export type FolderComparisonRow = Awaited<ReturnType<typeof folderComparisonsOf>>[number];
type FolderResult = Partial<Omit<typeof folderComparisons.$inferInsert, "folderId" | "accountId">>;

/** Asks for one; one that goes on already is what was asked for. @returns whether it is new */
export async function wishComparison(tx: Db, accountId: number, at: Date): Promise<boolean> {
  const fresh = { state: "wished" as const, attemptCount: 0, detail: "", wishedAt: at, startedAt: null, endedAt: null };
  const rows = await tx
    .insert(accountComparisons)
    .values({ accountId, ...fresh })
    .onConflictDoUpdate({
      target: accountComparisons.accountId,
      set: fresh,
      setWhere: notInArray(accountComparisons.state, ["wished", "running"]),
    })
    .returning({ accountId: accountComparisons.accountId });
  return rows.length > 0;
}

export async function listAccountComparisons(db: Db): Promise<Map<number, AccountComparisonRow>> {
  return new Map((await db.select().from(accountComparisons)).map((row) => [row.accountId, row]));
}

export async function accountComparison(db: Db, accountId: number): Promise<AccountComparisonRow | undefined> {
  const [row] = await db.select().from(accountComparisons).where(eq(accountComparisons.accountId, accountId));
  return row;
}

/** What is asked for and not done: one that an end of the process broke off is among them. */
export async function dueComparison(db: Db, accountId: number): Promise<AccountComparisonRow | undefined> {
  const row = await accountComparison(db, accountId);
  return row?.state === "wished" || row?.state === "running" ? row : undefined;
}

export async function updateComparison(
  tx: Db,
  accountId: number,
  patch: Partial<Omit<AccountComparisonRow, "accountId">>,
): Promise<void> {
  await tx.update(accountComparisons).set(patch).where(eq(accountComparisons.accountId, accountId));
}

/** These folders wait for their turn; what an earlier comparison found of them stays until then. */
export async function queueFolders(tx: Db, accountId: number, folderIds: number[]): Promise<void> {
  await tx
    .delete(folderComparisons)
    .where(and(eq(folderComparisons.accountId, accountId), notInArray(folderComparisons.folderId, folderIds)));
  for (const folderId of folderIds) {
    const waiting = { state: "wished" as const, progressDone: 0, progressTotal: 0 };
    await tx
      .insert(folderComparisons)
      .values({ folderId, accountId, ...waiting })
      .onConflictDoUpdate({ target: folderComparisons.folderId, set: waiting });
  }
}

export async function updateFolderComparison(tx: Db, folderId: number, patch: FolderResult): Promise<void> {
  await tx.update(folderComparisons).set(patch).where(eq(folderComparisons.folderId, folderId));
}

/** Folders that were not reached when the comparison ended. */
export async function giveUpFolders(tx: Db, accountId: number, detail: string, at: Date): Promise<void> {
  await tx
    .update(folderComparisons)
    .set({ state: "failed", detail, endedAt: at })
    .where(and(eq(folderComparisons.accountId, accountId), inArray(folderComparisons.state, ["wished", "running"])));
}

export type ComparisonTotals = Awaited<ReturnType<typeof readTotals>>[number];

/** What the last comparisons of an account's folders found, added up, by account. */
export async function comparisonTotals(db: Db): Promise<Map<number, ComparisonTotals>> {
  return new Map((await readTotals(db)).map((row) => [row.accountId, row]));
}

async function readTotals(db: Db) {
  const ended = (column: typeof folderComparisons.totalCount) =>
    sql<number>`coalesce(sum(${column}) filter (where ${folderComparisons.state} = 'done'), 0)`;
  return db
    .select({
      accountId: folderComparisons.accountId,
      progressDone: sql<number>`sum(${folderComparisons.progressDone})`,
      // What a folder that waits will take is about what the server has in it.
      progressTotal: sql<number>`sum(case ${folderComparisons.state} when 'wished' then ${folders.serverCount} else ${folderComparisons.progressTotal} end)`,
      totalCount: ended(folderComparisons.totalCount),
      equalCount: ended(folderComparisons.equalCount),
      pendingCount: ended(folderComparisons.pendingCount),
      newsCount: ended(folderComparisons.newsCount),
      quarantinedCount: ended(folderComparisons.quarantinedCount),
      differenceCount: ended(folderComparisons.differenceCount),
      mendedCount: ended(folderComparisons.mendedCount),
      failedFolderCount: sql<number>`count(*) filter (where ${folderComparisons.state} = 'failed')`,
    })
    .from(folderComparisons)
    .innerJoin(folders, eq(folders.id, folderComparisons.folderId))
    .groupBy(folderComparisons.accountId);
}

/** By path; served by `folder_comparisons_by_account`. */
export async function folderComparisonsOf(db: Db, accountId: number) {
  return db
    .select({
      folderId: folderComparisons.folderId,
      path: folders.path,
      state: folderComparisons.state,
      progressDone: folderComparisons.progressDone,
      progressTotal: folderComparisons.progressTotal,
      totalCount: folderComparisons.totalCount,
      equalCount: folderComparisons.equalCount,
      pendingCount: folderComparisons.pendingCount,
      newsCount: folderComparisons.newsCount,
      quarantinedCount: folderComparisons.quarantinedCount,
      differenceCount: folderComparisons.differenceCount,
      mendedCount: folderComparisons.mendedCount,
      differences: folderComparisons.differences,
      detail: folderComparisons.detail,
      endedAt: folderComparisons.endedAt,
    })
    .from(folderComparisons)
    .innerJoin(folders, eq(folders.id, folderComparisons.folderId))
    .where(eq(folderComparisons.accountId, accountId))
    .orderBy(sql`${folders.path}`);
}
