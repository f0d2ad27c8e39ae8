import type { AccountRow } from "#db/queries/sync/accounts";
import { grantOf } from "#db/queries/oauth/grants";
import { ImapError } from "#server/imap/errors";
import { refuseAccessToken } from "#server/oauth/access-token";
import { OauthError } from "#server/oauth/oauth-error";
import { store } from "#server/store";

/** Without a token there is no login: for a person to put right, or for the provider to come back. */
export function tokenProblem(error: unknown): unknown {
  if (!(error instanceof OauthError)) return error;
  const hint = error.retryAfterMs === null ? {} : { retryAfterMs: error.retryAfterMs };
  return new ImapError(error.isTransient ? "network" : "no-permission", error.code, error.message, hint);
}

/**
 * What ended a session that was let in: a login that counts as refused only now has run out with its token, so that it is made anew
 * with another one and nobody is told.
 */
export async function endOfSession(account: AccountRow, error: unknown): Promise<unknown> {
  if (account.oauthProvider === null || !(error instanceof ImapError)) return error;
  if (error.kind !== "auth" && !/expired/i.test(error.message)) return error;
  const grant = await grantOf(store().read, account.id);
  if (grant) await refuseAccessToken(account.id, grant);
  return new ImapError("network", "connection_lost", "The access token has run out.", { cause: error });
}
