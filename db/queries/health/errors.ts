import { and, desc, eq, notInArray } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { accountErrors, accounts, folders } from "../../schema/index.ts";

export type NewError = { accountId: number; folderId: number | null; code: string; detail: string };

/** An account keeps so many. */
const keptMax = 20;

/** Adds what went wrong, or counts it when it is what went wrong last; nothing for an account that is gone. */
export async function addError(tx: Db, { accountId, folderId, code, detail }: NewError, at: Date): Promise<void> {
  const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId));
  if (!account) return;
  const kept = await newest(tx, accountId);
  const same = kept.find((row) => row.folderId === folderId && row.code === code && row.detail === detail);
  if (same)
    await tx
      .update(accountErrors)
      .set({ count: same.count + 1, lastAt: at })
      .where(eq(accountErrors.id, same.id));
  else await tx.insert(accountErrors).values({ accountId, folderId, code, detail, firstAt: at, lastAt: at });
  if (same || kept.length < keptMax) return;
  const ids = (await newest(tx, accountId)).map((row) => row.id);
  await tx.delete(accountErrors).where(and(eq(accountErrors.accountId, accountId), notInArray(accountErrors.id, ids)));
}

/** Newest first; served by `account_errors_by_account`. */
export async function listErrors(db: Db, accountId: number) {
  return db
    .select({
      id: accountErrors.id,
      code: accountErrors.code,
      detail: accountErrors.detail,
      folder: folders.path,
      count: accountErrors.count,
      firstAt: accountErrors.firstAt,
      lastAt: accountErrors.lastAt,
    })
    .from(accountErrors)
    .leftJoin(folders, eq(folders.id, accountErrors.folderId))
    .where(eq(accountErrors.accountId, accountId))
    .orderBy(desc(accountErrors.lastAt), desc(accountErrors.id))
    .limit(keptMax);
}

async function newest(tx: Db, accountId: number) {
  return tx
    .select()
    .from(accountErrors)
    .where(eq(accountErrors.accountId, accountId))
    .orderBy(desc(accountErrors.lastAt), desc(accountErrors.id))
    .limit(keptMax);
}
