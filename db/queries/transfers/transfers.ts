import { and, desc, eq, gt, inArray, lt, or } from "drizzle-orm";
import { prepared, type Db } from "../../dialect/sqlite.ts";
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

export type OpenTransfer = { id: number; accountId: number | null; isWaiting: boolean; resumeAt: Date | null };

/** All that have not ended, oldest first; asked at every ring, so prepared once. Served by `transfers_by_state`. */
export function openTransfers(db: Db): OpenTransfer[] {
  return prepared<{ id: number; accountId: number | null; state: string; resumeAt: number | null }>(db, selectOpen)
    .all()
    .map(({ id, accountId, state, resumeAt }) => ({
      id,
      accountId,
      isWaiting: state === "waiting",
      resumeAt: resumeAt === null ? null : new Date(resumeAt),
    }));
}

/** Those that may wait for this account, or for any; a person is not hurried. Served by `transfers_by_state`. */
export function waitingForAccount(db: Db, accountId: number): number[] {
  return prepared<{ id: number }>(db, selectWaitingFor)
    .all(accountId, accountId)
    .map((row) => row.id);
}

/** Those that still wait look again now. */
export async function hurryTransfers(tx: Db, transferIds: readonly number[], now: Date): Promise<void> {
  await tx
    .update(transfers)
    .set({ resumeAt: now })
    .where(and(eq(transfers.state, "waiting"), inArray(transfers.id, [...transferIds])));
}

/** @returns false for one that has ended, e.g. because somebody cancelled it: then nothing was changed */
export async function changeTransfer(
  tx: Db,
  transferId: number,
  change: Partial<typeof transfers.$inferInsert>,
): Promise<boolean> {
  const isThisOpen = and(eq(transfers.id, transferId), inArray(transfers.state, [...openStates]));
  const found = { id: transfers.id };
  const hasNews = Object.keys(change).length > 0;
  const rows = hasNews
    ? await tx.update(transfers).set(change).where(isThisOpen).returning(found)
    : await tx.select(found).from(transfers).where(isThisOpen);
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

const selectOpen = `
  select id, account_id as accountId, state, resume_at as resumeAt from transfers
  where state in ('queued', 'running', 'waiting') order by id`;

// What a copy reads from is in its specification alone.
const selectWaitingFor = `
  select id from transfers
  where state = 'waiting' and state_detail ->> '$.code' not in ('uploading', 'to_confirm')
    and (account_id is null or account_id = ? or spec ->> '$.fromAccountId' = ?)`;
