import type { AccountRow } from "#db/queries/sync/accounts";
import { profileOfAccount } from "#lib/providers/find-profile";
import { ImapError } from "#server/imap/errors";
import { openSession } from "#server/imap/open-session";
import type { ImapSession, ImapSettings } from "#server/imap/session";
import { withLogin, type Login } from "#server/oauth/with-login";
import type { HostBudget } from "./host-budget.ts";
import { tokenProblem } from "./token-problem.ts";
import { trafficMeter } from "./traffic-meter.ts";

/** Logs in to an account's server. */
export async function openConnection(
  account: AccountRow,
  purpose: ImapSettings["purpose"],
  budget: HostBudget,
  signal: AbortSignal,
): Promise<ImapSession> {
  const connect = (login: Login) =>
    budget
      .run(account.imapHost, purpose, () => openSession(settingsOf(account, purpose, login), signal), signal)
      .catch((error: unknown) => {
        if (isRefused(error)) return error;
        throw error;
      });
  const session = await withLogin(account, connect, { isRefused, signal }).catch((error: unknown) => {
    throw tokenProblem(error);
  });
  if (session instanceof ImapError) throw session;
  trafficMeter().add(account.id, session);
  return session;
}

const isRefused = (outcome: unknown): outcome is ImapError =>
  outcome instanceof ImapError && outcome.code === "oauth_refused";

function settingsOf(account: AccountRow, purpose: ImapSettings["purpose"], login: Login): ImapSettings {
  const { distrust } = profileOfAccount(account);
  return {
    host: account.imapHost,
    port: account.imapPort,
    security: account.imapSecurity,
    username: account.username,
    ...login,
    purpose,
    allowQresync: !distrust.includes("qresync"),
    allowCondstore: !distrust.includes("condstore"),
  };
}
