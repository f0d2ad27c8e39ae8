import { and, eq, gt, lt } from "drizzle-orm";
import type { OauthProviderId } from "#lib/contracts/vocabulary";
import type { Db } from "../../dialect/sqlite.ts";
import { oauthSignIns } from "../../schema/index.ts";

export type SignInRow = typeof oauthSignIns.$inferSelect;

export async function insertSignIn(tx: Db, row: typeof oauthSignIns.$inferInsert): Promise<void> {
  await tx.insert(oauthSignIns).values(row);
}

type Returned = { stateHash: string; sessionId: string; provider: OauthProviderId; now: Date; keptUntil: Date };

/**
 * The sign-in that this browser began at this provider, once and never again; served by `oauth_sign_ins_by_state`. A state of another
 * session or provider, a replayed and an old one find nothing, and take nothing from whom they belong to.
 */
export async function takeWaitingSignIn(tx: Db, returned: Returned): Promise<SignInRow | undefined> {
  const { stateHash, sessionId, provider, now, keptUntil } = returned;
  const mine = and(
    eq(oauthSignIns.stateHash, stateHash),
    eq(oauthSignIns.sessionId, sessionId),
    eq(oauthSignIns.provider, provider),
    eq(oauthSignIns.state, "waiting"),
    gt(oauthSignIns.expiresAt, now),
  );
  const [row] = await tx.select().from(oauthSignIns).where(mine);
  // "failed" until it is known to be better: a process that dies in between leaves no second use.
  if (row)
    await tx
      .update(oauthSignIns)
      .set({ state: "failed", problemCode: "interrupted", verifier: "", expiresAt: keptUntil })
      .where(eq(oauthSignIns.id, row.id));
  return row;
}

export async function updateSignIn(tx: Db, id: string, change: Partial<SignInRow>): Promise<void> {
  await tx.update(oauthSignIns).set(change).where(eq(oauthSignIns.id, id));
}

/** One of this agent's that is not over. */
export async function findSignIn(db: Db, id: string, agentId: number, now: Date): Promise<SignInRow | undefined> {
  const [row] = await db
    .select()
    .from(oauthSignIns)
    .where(and(eq(oauthSignIns.id, id), eq(oauthSignIns.agentId, agentId), gt(oauthSignIns.expiresAt, now)));
  return row;
}

/** @returns whether it was there to be used: its tokens belong to one account */
export async function spendSignIn(tx: Db, id: string): Promise<boolean> {
  const rows = await tx
    .update(oauthSignIns)
    .set({ state: "used", tokens: "", verifier: "" })
    .where(and(eq(oauthSignIns.id, id), eq(oauthSignIns.state, "signed-in")))
    .returning({ id: oauthSignIns.id });
  return rows.length > 0;
}

export async function deleteSignInsEndedBefore(tx: Db, before: Date): Promise<void> {
  await tx.delete(oauthSignIns).where(lt(oauthSignIns.expiresAt, before));
}
