import { and, eq, isNull, lt, ne, or, sql } from "drizzle-orm";
import { built, type Db } from "../../dialect/sqlite.ts";
import { accounts, oauthGrants } from "../../schema/index.ts";

export type Grant = typeof oauthGrants.$inferSelect;
type NewGrant = Omit<typeof oauthGrants.$inferInsert, "version"> & { accountId: number };

export async function grantOf(db: Db, accountId: number): Promise<Grant | undefined> {
  return built(db, selectOne).get({ accountId });
}

const selectOne = (db: Db) =>
  db
    .select()
    .from(oauthGrants)
    .where(eq(oauthGrants.accountId, sql.placeholder("accountId")))
    .prepare();

/** In place of any that was there: whoever holds a lease on that one comes too late. */
export async function putGrant(tx: Db, grant: NewGrant): Promise<void> {
  const former = (await grantOf(tx, grant.accountId))?.version ?? 0;
  // From the clock, so that a grant which went and came back is not taken for what it was.
  const version = Math.max(former + 1, grant.refreshedAt.getTime());
  await tx.delete(oauthGrants).where(eq(oauthGrants.accountId, grant.accountId));
  await tx.insert(oauthGrants).values({ ...grant, version });
}

export async function deleteGrant(tx: Db, accountId: number): Promise<void> {
  await tx.delete(oauthGrants).where(eq(oauthGrants.accountId, accountId));
}

type Lease = { accountId: number; version: number; holder: string };

/** @returns whether it is ours: of one grant and version, one at a time has it */
export async function takeLease(tx: Db, lease: Lease, now: Date, until: Date): Promise<boolean> {
  const free = or(isNull(oauthGrants.leaseUntil), lt(oauthGrants.leaseUntil, now));
  const rows = await tx
    .update(oauthGrants)
    .set({ leaseHolder: lease.holder, leaseUntil: until })
    .where(and(eq(oauthGrants.accountId, lease.accountId), eq(oauthGrants.version, lease.version), free))
    .returning({ accountId: oauthGrants.accountId });
  return rows.length > 0;
}

type Outcome = Partial<
  Pick<
    Grant,
    | "refreshToken"
    | "accessToken"
    | "accessExpiresAt"
    | "scope"
    | "problemCode"
    | "problemDetail"
    | "retryAt"
    | "failureCount"
    | "refreshedAt"
  >
>;

/**
 * What came of asking, and the end of the lease. Of a grant that has changed meanwhile it says nothing.
 * @returns whether it was stored
 */
export async function settleLease(tx: Db, { accountId, version, holder }: Lease, outcome: Outcome): Promise<boolean> {
  const hasTokens = outcome.accessToken !== undefined;
  const rows = await tx
    .update(oauthGrants)
    .set({ ...outcome, ...(hasTokens && { version: version + 1 }), leaseHolder: "", leaseUntil: null })
    .where(
      and(
        eq(oauthGrants.accountId, accountId),
        eq(oauthGrants.version, version),
        // With new tokens in hand a lease that ran out meanwhile is no reason to lose them.
        hasTokens ? undefined : eq(oauthGrants.leaseHolder, holder),
      ),
    )
    .returning({ accountId: oauthGrants.accountId });
  return rows.length > 0;
}

/** The server does not take this access token: the next who asks gets another. */
export async function expireAccessToken(tx: Db, accountId: number, version: number): Promise<void> {
  await tx
    .update(oauthGrants)
    .set({ accessExpiresAt: new Date(0) })
    .where(and(eq(oauthGrants.accountId, accountId), eq(oauthGrants.version, version)));
}

/** Grants that nobody has used since: a refresh token that lies idle for months ends (Google 6 months, Microsoft 90 days). */
export async function idleGrants(db: Db, before: Date): Promise<{ accountId: number }[]> {
  return db
    .select({ accountId: oauthGrants.accountId })
    .from(oauthGrants)
    .innerJoin(accounts, eq(accounts.id, oauthGrants.accountId))
    .where(and(lt(oauthGrants.refreshedAt, before), eq(oauthGrants.problemCode, ""), isNull(accounts.removedAt)));
}

/** Whether another account is signed in as the same person: revoking one grant ends all of them at most providers. */
export async function isGrantShared(db: Db, { accountId, provider, signedInAs }: Grant): Promise<boolean> {
  const others = and(
    eq(oauthGrants.provider, provider),
    eq(oauthGrants.signedInAs, signedInAs),
    ne(oauthGrants.accountId, accountId),
  );
  const rows = await db.select({ accountId: oauthGrants.accountId }).from(oauthGrants).where(others).limit(1);
  return rows.length > 0;
}
