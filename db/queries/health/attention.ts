import { and, eq, isNotNull, isNull, lte } from "drizzle-orm";
import type { AccountState } from "#lib/contracts/vocabulary";
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
      prepared(tx, `update accounts set attention_since = null, alerted_at = null where id = ?`).run(accountId);
      return;
    case "connecting":
    case "waiting":
      return;
    default:
      return state satisfies never;
  }
}

/** Accounts that have needed somebody since before `before`, and nobody was told. */
export async function unalertedAccounts(
  db: Db,
  before: Date,
): Promise<{ id: number; inboxId: number; code: string }[]> {
  return db
    .select({ id: accounts.id, inboxId: accounts.inboxId, code: accounts.stateCode })
    .from(accounts)
    .where(
      and(
        eq(accounts.state, "needs-attention"),
        isNotNull(accounts.attentionSince),
        lte(accounts.attentionSince, before),
        isNull(accounts.alertedAt),
        isNull(accounts.removedAt),
      ),
    );
}

export async function markAlerted(tx: Db, accountId: number, at: Date): Promise<void> {
  await tx.update(accounts).set({ alertedAt: at }).where(eq(accounts.id, accountId));
}
