import type { Verification } from "#lib/contracts/account";
import type { SignedInMailbox } from "#lib/contracts/oauth";
import type { Agent } from "#server/auth/agent";
import { limitAttempts } from "#server/connect/limit-attempts";
import { verifyAccount } from "#server/connect/verify-account";
import { log } from "#server/log";
import { store } from "#server/store";
import { requireMayConnect } from "../accounts/require-may-connect.ts";
import { requireSignedIn } from "./require-sign-in.ts";
import { openTokens } from "./sign-in-tokens.ts";

/** Tries a mailbox out with the tokens of a sign-in; stores nothing. */
export async function trySignIn(agent: Agent, id: string, mailbox: SignedInMailbox): Promise<Verification> {
  const row = await requireSignedIn(store().read, agent, id, "connect");
  await requireMayConnect(store().read, agent);
  await limitAttempts(agent.id);
  const { accessToken } = openTokens(row);
  const verification = await verifyAccount({ ...mailbox, accessToken });
  log("connect").info("An agent tried out an account.", {
    agentId: agent.id,
    oauthProvider: row.provider,
    imapCode: verification.imap.code ?? "ok",
    smtpCode: verification.smtp.code ?? "ok",
  });
  return verification;
}
