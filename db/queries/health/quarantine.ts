import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { accounts, folders, operations, quarantine } from "../../schema/index.ts";

/** What is set aside of a folder's present generation, by UID; served by `quarantine_by_folder_uid`. */
export async function listQuarantine(db: Db, folderId: number) {
  return db
    .select({
      uid: quarantine.uid,
      reason: quarantine.reason,
      attemptCount: quarantine.attemptCount,
      nextAttemptAt: quarantine.nextAttemptAt,
      createdAt: quarantine.createdAt,
    })
    .from(quarantine)
    .innerJoin(folders, and(eq(folders.id, quarantine.folderId), eq(folders.generation, quarantine.generation)))
    .where(eq(quarantine.folderId, folderId))
    .orderBy(asc(quarantine.uid))
    .limit(200);
}

/** Served by `quarantine_by_folder_uid`. */
export async function findQuarantined(db: Db, folderId: number, uid: number) {
  const [row] = await quarantined(db).where(and(eq(quarantine.folderId, folderId), eq(quarantine.uid, uid)));
  return row;
}

export async function quarantinedById(db: Db, id: number) {
  const [row] = await quarantined(db).where(eq(quarantine.id, id));
  return row;
}

/** It is tried again at the next look. */
export async function hurryQuarantined(tx: Db, id: number, at: Date): Promise<void> {
  await tx.update(quarantine).set({ nextAttemptAt: at }).where(eq(quarantine.id, id));
}

export async function setQuarantinedSource(tx: Db, id: number, sourceBlob: string): Promise<void> {
  await tx.update(quarantine).set({ sourceBlob }).where(eq(quarantine.id, id));
}

/** A wish for its source that is not settled yet; served by `operations_by_state`. */
export async function findSourceWish(db: Db, accountId: number, quarantineId: number): Promise<number | undefined> {
  const rows = await db
    .select({ id: operations.id, payload: operations.payload })
    .from(operations)
    .where(
      and(
        inArray(operations.state, ["pending", "inflight", "uncertain"]),
        eq(operations.accountId, accountId),
        eq(operations.kind, "fetch-quarantined"),
      ),
    );
  return rows.find(({ payload }) => payload.kind === "fetch-quarantined" && payload.quarantineId === quarantineId)?.id;
}

/** With where it lies on the server. */
function quarantined(db: Db) {
  return db
    .select({
      id: quarantine.id,
      uid: quarantine.uid,
      sourceBlob: quarantine.sourceBlob,
      folderId: folders.id,
      path: folders.path,
      uidValidity: folders.uidValidity,
      accountId: folders.accountId,
      inboxId: accounts.inboxId,
      state: accounts.state,
    })
    .from(quarantine)
    .innerJoin(folders, and(eq(folders.id, quarantine.folderId), eq(folders.generation, quarantine.generation)))
    .innerJoin(accounts, eq(accounts.id, folders.accountId))
    .$dynamic();
}
