import type { Db } from "#db/dialect/sqlite";
import { putGrant } from "#db/queries/oauth/grants";
import { spendSignIn, type SignInRow } from "#db/queries/oauth/sign-ins";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { seal } from "#server/vault";
import { openTokens } from "./sign-in-tokens.ts";

/** Hands the tokens of a sign-in over to an account, sealed anew for their new place; of two who try, one has them. */
export async function keepGrant(tx: Db, row: SignInRow, accountId: number): Promise<void> {
  const { accessToken, refreshToken } = openTokens(row);
  if (!(await spendSignIn(tx, row.id))) throw new AppError("conflict", "This sign-in has been used. Sign in again.");
  await putGrant(tx, {
    accountId,
    provider: row.provider,
    signedInAs: row.emailAddress,
    scope: row.scope,
    refreshToken: seal(`oauth_grants:refresh_token:${accountId}`, refreshToken),
    accessToken: seal(`oauth_grants:access_token:${accountId}`, accessToken),
    accessExpiresAt: row.accessExpiresAt ?? now(),
    refreshedAt: now(),
  });
}
