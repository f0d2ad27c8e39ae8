import { raiseSettingsVersion, updateAccount, type AccountRow } from "#db/queries/accounts/accounts";
import { hurrySends } from "#db/queries/outbox/outbox-account";
import type { SignInRow } from "#db/queries/oauth/sign-ins";
import type { Verification } from "#lib/contracts/account";
import type { Agent } from "#server/auth/agent";
import { now } from "#server/clock";
import { limitAttempts } from "#server/connect/limit-attempts";
import { verifyAccount } from "#server/connect/verify-account";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { store } from "#server/store";
import { seal } from "#server/vault";
import { requireChangeableAccount } from "../accounts/require-account.ts";
import { keepGrant } from "./keep-grant.ts";
import { requireSignedIn } from "./require-sign-in.ts";
import { openTokens } from "./sign-in-tokens.ts";

/**
 * Signs an account in again, once its mailbox has let the new tokens in: whoever signed in as somebody else changes nothing. An account
 * with a password is signed in instead of it.
 */
export async function reconnectAccount(agent: Agent, id: string): Promise<Verification> {
  const row = await requireSignedIn(store().read, agent, id, "reconnect");
  if (row.accountId === null) throw new AppError("not_found", "There is no such account.");
  const account = await requireChangeableAccount(store().read, agent, row.accountId);
  await limitAttempts(agent.id);
  const verification = await verifyAccount({
    emailAddress: account.emailAddress,
    username: account.username,
    imap: { host: account.imapHost, port: account.imapPort, security: account.imapSecurity },
    smtp: { host: account.smtpHost, port: account.smtpPort, security: account.smtpSecurity },
    accessToken: openTokens(row).accessToken,
  });
  if (verification.imap.ok) await keep(agent, row, account);
  return verification;
}

async function keep(agent: Agent, row: SignInRow, { id: accountId }: AccountRow): Promise<void> {
  await commit(async (tx, changed) => {
    const account = await requireChangeableAccount(tx, agent, accountId);
    await keepGrant(tx, row, accountId);
    await updateAccount(tx, accountId, {
      oauthProvider: row.provider,
      // Another one each time: what was found out with the former sign-in is known by it.
      secret: seal(`accounts:secret:${accountId}`, ""),
      sendProblemCode: "",
      sendProblemDetail: "",
      state: "connecting",
      stateCode: "",
      stateDetail: "",
      stateChangedAt: now(),
      nextRetryAt: null,
    });
    await raiseSettingsVersion(tx, accountId);
    hurrySends(tx, accountId, now());
    changed({ type: "outbox.wished", accountId, inboxIds: [] });
    changed({ type: "account.changed", accountId, inboxIds: [account.inboxId] });
  });
}
