import { and, asc, eq, ne, sql } from "drizzle-orm";
import { built, prepared, type Db } from "../../dialect/sqlite.ts";
import { accounts, folders } from "../../schema/index.ts";

export type AccountRow = typeof accounts.$inferSelect;
export type AccountPatch = Partial<typeof accounts.$inferInsert>;

export type AccountSwitches = Pick<AccountRow, "id" | "state" | "settingsVersion" | "lookVersion">;

/** What decides whether an account's worker runs, and whether it has to look again. */
export async function accountSwitches(db: Db): Promise<AccountSwitches[]> {
  return built(db, selectSwitches).all();
}

const selectSwitches = (db: Db) =>
  db
    .select({
      id: accounts.id,
      state: accounts.state,
      settingsVersion: accounts.settingsVersion,
      lookVersion: accounts.lookVersion,
    })
    .from(accounts)
    .orderBy(asc(accounts.id))
    .prepare();

export async function accountById(db: Db, accountId: number): Promise<AccountRow | undefined> {
  return built(db, selectOne).get({ accountId });
}

const selectOne = (db: Db) =>
  db
    .select()
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder("accountId")))
    .prepare();

/**
 * Changes an account unless somebody has paused or removed it meanwhile.
 * @returns its inbox, or undefined when nothing was changed
 */
export async function updateRunningAccount(
  tx: Db,
  accountId: number,
  patch: AccountPatch,
): Promise<number | undefined> {
  const [row] = await tx
    .update(accounts)
    .set(patch)
    .where(and(eq(accounts.id, accountId), ne(accounts.state, "paused")))
    .returning({ inboxId: accounts.inboxId });
  return row?.inboxId;
}

/**
 * Notes that an account was looked at, unless somebody has paused or removed it meanwhile.
 * @param isSynced whether all of its history was in
 * @returns its inbox, or undefined when nothing was changed
 */
export function noteContact(tx: Db, accountId: number, at: Date, isSynced: boolean): number | undefined {
  const syncedAt = isSynced ? at.getTime() : null;
  return prepared<number>(tx, updateContact).pluck().get(at.getTime(), syncedAt, accountId);
}

const updateContact = `update accounts set last_contact_at = ?, last_synced_at = coalesce(?, last_synced_at)
  where id = ? and state <> 'paused' returning inbox_id`;

/** More of the wanted history is in. */
export async function addBackfillDone(tx: Db, accountId: number, count: number): Promise<void> {
  prepared(tx, addDone).run(count, accountId);
}

const addDone = `update accounts set backfill_done = min(backfill_total, backfill_done + ?) where id = ?`;

export type OwnAddress = { accountId: number; inboxId: number; address: string };

/** Every address that mail of ours is written from, with its inbox. */
export async function ownAddresses(db: Db): Promise<OwnAddress[]> {
  return prepared<OwnAddress>(db, selectAddresses).all();
}

const selectAddresses = `select id as accountId, inbox_id as inboxId, email_address as address from accounts`;

/** How many messages of an account are here. */
export async function countStored(db: Db, accountId: number): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`coalesce(sum(${folders.storedCount}), 0)` })
    .from(folders)
    .where(eq(folders.accountId, accountId));
  return row?.count ?? 0;
}
