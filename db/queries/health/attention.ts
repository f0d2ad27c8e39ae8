import { and, asc, eq, inArray, isNotNull, isNull, lte, ne, or } from "drizzle-orm";
import type { AccountState } from "#lib/contracts/vocabulary";
import { sampleProvider } from "#lib/providers/sample";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { accounts } from "../../schema/index.ts";

/** How long an account has needed somebody, by the state it is in now: trying again does not end that, working does. */
export async function noteAttention(tx: Db, accountId: number, state: AccountState, at: Date): Promise<void> {
  switch (state) {
    case "needs-attention":
      prepared(tx, `update accounts set attention_since = coalesce(attention_since, ?) where id = ?`).run(
        at.getTime(),
        accountId,
      );
      return;
    case "syncing":
    case "live":
    case "paused":
      prepared(
        tx,
        `update accounts set attention_since = null, alerted_at = null, alert_mailed_at = null where id = ?`,
      ).run(accountId);
      return;
    case "connecting":
    case "waiting":
      return;
    default:
      return state satisfies never;
  }
}

/**
 * Accounts that have needed somebody since before `before`, and nobody was told.
 * @param urgent codes of what surely does not pass by itself: of them there is no waiting
 */
export async function unalertedAccounts(
  db: Db,
  before: Date,
  urgent: readonly string[],
): Promise<{ id: number; inboxId: number; code: string }[]> {
  return db
    .select({ id: accounts.id, inboxId: accounts.inboxId, code: accounts.stateCode })
    .from(accounts)
    .where(
      and(
        eq(accounts.state, "needs-attention"),
        isNotNull(accounts.attentionSince),
        or(lte(accounts.attentionSince, before), inArray(accounts.stateCode, [...urgent])),
        isNull(accounts.alertedAt),
        isNull(accounts.removedAt),
      ),
    );
}

export async function markAlerted(tx: Db, accountId: number, at: Date): Promise<void> {
  await tx.update(accounts).set({ alertedAt: at }).where(eq(accounts.id, accountId));
}

/** Accounts that the admins were alerted to and got no mail about. */
export async function unmailedAlerts(db: Db) {
  return db
    .select({ id: accounts.id, inboxId: accounts.inboxId, name: accounts.name, detail: accounts.stateDetail })
    .from(accounts)
    .where(
      and(
        eq(accounts.state, "needs-attention"),
        isNotNull(accounts.alertedAt),
        isNull(accounts.alertMailedAt),
        isNull(accounts.removedAt),
      ),
    );
}

export async function markAlertMailed(tx: Db, accountId: number, at: Date): Promise<void> {
  await tx.update(accounts).set({ alertMailedAt: at }).where(eq(accounts.id, accountId));
}

/** Accounts that mail leaves from, those of one inbox first: one of them can carry a word about another. */
export async function healthyAccountIds(db: Db, inboxId: number): Promise<number[]> {
  const rows = await db
    .select({ id: accounts.id, inboxId: accounts.inboxId })
    .from(accounts)
    .where(
      and(
        inArray(accounts.state, ["live", "syncing"]),
        eq(accounts.mode, "two-way"),
        eq(accounts.sendProblemCode, ""),
        ne(accounts.provider, sampleProvider),
        isNull(accounts.removedAt),
      ),
    )
    .orderBy(asc(accounts.id));
  return rows.sort((a, b) => Number(b.inboxId === inboxId) - Number(a.inboxId === inboxId)).map(({ id }) => id);
}
