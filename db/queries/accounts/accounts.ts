import { and, asc, desc, eq, exists, isNotNull, isNull, or, sql, type Placeholder, type SQL } from "drizzle-orm";
import type { AgentRole } from "#lib/contracts/vocabulary";
import { sampleProvider } from "#lib/providers/sample";
import { built, prepared, type Db } from "../../dialect/sqlite.ts";
import { accounts, folders, inboxMembers } from "../../schema/index.ts";

/** Who is asking: an admin sees the settings of every account, an agent those of their inboxes and their own. */
export type AccountAsker = { id: number; role: AgentRole };

export type AccountRow = Awaited<ReturnType<typeof listAccountRows>>[number];
type NewAccount = Omit<typeof accounts.$inferInsert, "id" | "secret">;
type AccountChange = Partial<
  Omit<typeof accounts.$inferInsert, "id" | "createdAt" | "settingsVersion" | "lookVersion">
>;

/** Every column but the secret. */
const columns = {
  id: accounts.id,
  inboxId: accounts.inboxId,
  ownerId: accounts.ownerId,
  name: accounts.name,
  emailAddress: accounts.emailAddress,
  senderName: accounts.senderName,
  signature: accounts.signature,
  signaturePlace: accounts.signaturePlace,
  color: accounts.color,
  mode: accounts.mode,
  historySince: accounts.historySince,
  username: accounts.username,
  imapHost: accounts.imapHost,
  imapPort: accounts.imapPort,
  imapSecurity: accounts.imapSecurity,
  smtpHost: accounts.smtpHost,
  smtpPort: accounts.smtpPort,
  smtpSecurity: accounts.smtpSecurity,
  provider: accounts.provider,
  oauthProvider: accounts.oauthProvider,
  state: accounts.state,
  stateCode: accounts.stateCode,
  stateDetail: accounts.stateDetail,
  stateChangedAt: accounts.stateChangedAt,
  attentionSince: accounts.attentionSince,
  alertedAt: accounts.alertedAt,
  nextRetryAt: accounts.nextRetryAt,
  sendProblemCode: accounts.sendProblemCode,
  sendProblemDetail: accounts.sendProblemDetail,
  lastSyncedAt: accounts.lastSyncedAt,
  lastContactAt: accounts.lastContactAt,
  backfillDone: accounts.backfillDone,
  backfillTotal: accounts.backfillTotal,
  createdAt: accounts.createdAt,
};

/** In the order they were connected; memberships by `inbox_members_by_inbox_agent`. */
export async function listAccountRows(db: Db, asker: AccountAsker) {
  return selectRows(db).where(isSeenBy(db, asker)).orderBy(asc(accounts.id));
}

export async function findAccountRow(db: Db, asker: AccountAsker, accountId: number): Promise<AccountRow | undefined> {
  const [row] = await selectRows(db).where(and(eq(accounts.id, accountId), isSeenBy(db, asker)));
  return row;
}

export type AccountStanding = Pick<AccountRow, "inboxId" | "provider" | "state">;

/** How an account stands that this one may know of. */
export function findAccountStanding(db: Db, asker: AccountAsker, accountId: number): AccountStanding | undefined {
  const select = asker.role === "admin" ? selectAnyStanding : selectSeenStanding;
  return built(db, select).get({ accountId, agentId: asker.id });
}

const selectAnyStanding = (db: Db) => selectStanding(db, "admin");
const selectSeenStanding = (db: Db) => selectStanding(db, "agent");

function selectStanding(db: Db, role: AgentRole) {
  const { inboxId, provider, state } = accounts;
  const isThis = eq(accounts.id, sql.placeholder("accountId"));
  return db
    .select({ inboxId, provider, state })
    .from(accounts)
    .where(and(isThis, isSeenBy(db, { id: sql.placeholder("agentId"), role })))
    .prepare();
}

/** Served by `accounts_by_inbox`. */
export async function isAddressConnected(db: Db, inboxId: number, emailAddress: string): Promise<boolean> {
  const rows = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.inboxId, inboxId), eq(accounts.emailAddress, emailAddress), isNull(accounts.removedAt)))
    .limit(1);
  return rows.length > 0;
}

/** Accounts that somebody has not removed: whether there are any with a server, and the one of sample mail. */
export async function kindsOfAccounts(db: Db): Promise<{ hasServer: boolean; sampleId: number | undefined }> {
  const rows = await db
    .select({ id: accounts.id, provider: accounts.provider })
    .from(accounts)
    .where(isNull(accounts.removedAt));
  const sample = rows.find(({ provider }) => provider === sampleProvider);
  return { hasServer: rows.some(({ provider }) => provider !== sampleProvider), sampleId: sample?.id };
}

/** The colour given last, by the newest account. */
export async function latestColor(db: Db): Promise<number | undefined> {
  const [row] = await db.select({ color: accounts.color }).from(accounts).orderBy(desc(accounts.id)).limit(1);
  return row?.color;
}

/** @param secretOf seals the secret, which is bound to the id that the new row gets */
export async function insertAccount(
  tx: Db,
  account: NewAccount,
  secretOf: (accountId: number) => string,
): Promise<number> {
  const [row] = await tx
    .insert(accounts)
    .values({ ...account, secret: "" })
    .returning({ id: accounts.id });
  if (!row) throw new Error("An insert returned no row.");
  await tx
    .update(accounts)
    .set({ secret: secretOf(row.id) })
    .where(eq(accounts.id, row.id));
  return row.id;
}

export async function updateAccount(tx: Db, accountId: number, change: AccountChange): Promise<void> {
  // Drizzle takes an update of nothing for a mistake.
  if (Object.keys(change).length > 0) await tx.update(accounts).set(change).where(eq(accounts.id, accountId));
}

/** Tells the engine that something about this account has changed: it plans all of it anew. */
export async function raiseSettingsVersion(tx: Db, accountId: number): Promise<void> {
  await tx
    .update(accounts)
    .set({ settingsVersion: sql`${accounts.settingsVersion} + 1` })
    .where(eq(accounts.id, accountId));
}

/** Tells the engine to look at this account's server now. */
export function raiseLookVersion(tx: Db, accountId: number): void {
  prepared(tx, raiseLook).run(accountId);
}

const raiseLook = "update accounts set look_version = look_version + 1 where id = ?";

/** Accounts whose removal or recounting was begun and not finished. */
export async function listUnfinishedAccounts(db: Db) {
  return db
    .select({ id: accounts.id, removedAt: accounts.removedAt })
    .from(accounts)
    .where(or(isNotNull(accounts.removedAt), isNotNull(accounts.recountFrom)));
}

/** With the mail summed over folders by `folders_by_account_path`: counting placements would read every one. */
function selectRows(db: Db) {
  return db
    .select({ ...columns, placementCount: sql<number>`coalesce(sum(${folders.storedCount}), 0)` })
    .from(accounts)
    .leftJoin(folders, eq(folders.accountId, accounts.id))
    .groupBy(accounts.id)
    .$dynamic();
}

function isSeenBy(db: Db, asker: { id: number | Placeholder; role: AgentRole }): SQL | undefined {
  if (asker.role === "admin") return isNull(accounts.removedAt);
  const membership = db
    .select({ agentId: inboxMembers.agentId })
    .from(inboxMembers)
    .where(and(eq(inboxMembers.inboxId, accounts.inboxId), eq(inboxMembers.agentId, asker.id)));
  return and(isNull(accounts.removedAt), or(exists(membership), eq(accounts.ownerId, asker.id)));
}
