import { and, desc, eq, gt, inArray, isNotNull, lt, lte, or, sql } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { transferItems, transfers } from "../../schema/index.ts";

export type TransferRow = typeof transfers.$inferSelect;

/** Not ended yet: still to be carried out, or on the way. */
const openStates = ["queued", "running", "waiting"] as const;

export async function insertTransfer(tx: Db, transfer: typeof transfers.$inferInsert): Promise<TransferRow> {
  const [row] = await tx.insert(transfers).values(transfer).returning();
  if (!row) throw new Error("An insert returned no row.");
  return row;
}

export async function findTransfer(db: Db, transferId: number): Promise<TransferRow | undefined> {
  const [row] = await db.select().from(transfers).where(eq(transfers.id, transferId));
  return row;
}

/**
 * Newest first, below `beforeId`; served by the primary key, or by `transfers_by_asker`.
 * @param askedById null for everybody's
 */
export async function listTransferRows(
  db: Db,
  askedById: number | null,
  beforeId: number | null,
  limit: number,
): Promise<TransferRow[]> {
  return db
    .select()
    .from(transfers)
    .where(
      and(
        askedById === null ? undefined : eq(transfers.askedById, askedById),
        beforeId === null ? undefined : lt(transfers.id, beforeId),
      ),
    )
    .orderBy(desc(transfers.id))
    .limit(limit);
}

/** What has begun or can begin, oldest first; served by `transfers_by_state`. */
export async function dueTransfers(db: Db, now: Date): Promise<{ id: number; accountId: number | null }[]> {
  return db
    .select({ id: transfers.id, accountId: transfers.accountId })
    .from(transfers)
    .where(
      or(
        inArray(transfers.state, ["queued", "running"]),
        and(eq(transfers.state, "waiting"), lte(transfers.resumeAt, now)),
      ),
    )
    .orderBy(transfers.id);
}

/** When the next of those that wait is looked at again; served by `transfers_by_state`. */
export async function nextResumeAt(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ at: sql<number | null>`min(${transfers.resumeAt})` })
    .from(transfers)
    .where(and(eq(transfers.state, "waiting"), isNotNull(transfers.resumeAt)));
  return row?.at ? new Date(row.at) : null;
}

/** Those that wait look again now: an account that they may have waited for is there. A person is not hurried. */
export async function hurryTransfers(tx: Db, accountId: number, now: Date): Promise<void> {
  await tx
    .update(transfers)
    .set({ resumeAt: now })
    .where(
      and(
        eq(transfers.state, "waiting"),
        sql`coalesce(${transfers.accountId}, ${accountId}) = ${accountId}`,
        sql`${transfers.stateDetail} ->> '$.code' not in ('uploading', 'to_confirm')`,
      ),
    );
}

/** @returns false for one that has ended, e.g. because somebody cancelled it: then nothing was changed */
export async function changeTransfer(
  tx: Db,
  transferId: number,
  change: Partial<typeof transfers.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(transfers)
    .set(change)
    .where(and(eq(transfers.id, transferId), inArray(transfers.state, [...openStates])))
    .returning({ id: transfers.id });
  return rows.length > 0;
}

/** With what was written down of its mails. */
export async function deleteTransfer(tx: Db, transferId: number): Promise<void> {
  await tx.delete(transfers).where(eq(transfers.id, transferId));
}

/** What failed, first come first; served by `transfer_items_by_state`. */
export async function failedItems(db: Db, transferId: number, limit: number) {
  return db
    .select({ id: transferItems.id, code: transferItems.code, facts: transferItems.facts })
    .from(transferItems)
    .where(and(eq(transferItems.transferId, transferId), eq(transferItems.state, "failed")))
    .orderBy(transferItems.id)
    .limit(limit);
}

/** Of those given, the ones whose files are still needed: open ones, and what can still be downloaded. */
export async function transfersWithFiles(db: Db, transferIds: readonly number[], now: Date): Promise<number[]> {
  const rows = await db
    .select({ id: transfers.id })
    .from(transfers)
    .where(
      and(
        inArray(transfers.id, [...transferIds]),
        or(inArray(transfers.state, [...openStates]), and(eq(transfers.state, "done"), gt(transfers.expiresAt, now))),
      ),
    );
  return rows.map((row) => row.id);
}

export async function deleteTransfersEndedBefore(tx: Db, before: Date): Promise<void> {
  await tx.delete(transfers).where(lt(transfers.finishedAt, before));
}
