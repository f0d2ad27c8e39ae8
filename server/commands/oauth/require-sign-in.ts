import { findSignIn, type SignInRow } from "#db/queries/oauth/sign-ins";
import type { Db } from "#db/dialect/sqlite";
import type { Agent } from "#server/auth/agent";
import { now } from "#server/clock";
import { AppError } from "#server/errors";

/**
 * A sign-in of this agent's that brought tokens, for what it was begun for.
 * @throws AppError `not_found` for another agent's and for one that is over, `conflict` for one that cannot be used for this
 */
export async function requireSignedIn(
  db: Db,
  agent: Agent,
  id: string,
  purpose: SignInRow["purpose"] | null,
): Promise<SignInRow> {
  const row = await findSignIn(db, id, agent.id, now());
  if (!row) throw new AppError("not_found", "There is no such sign-in, or it has run out. Sign in again.");
  if (row.state !== "signed-in") throw new AppError("conflict", "This sign-in cannot be used any more. Sign in again.");
  if (purpose !== null && row.purpose !== purpose)
    throw new AppError("conflict", "This sign-in was begun for something else. Sign in again.");
  return row;
}
