import type { AccountRow } from "#db/queries/sync/accounts";
import { profileOfAccount } from "#lib/providers/find-profile";
import { openSession } from "#server/imap/open-session";
import type { ImapSession, ImapSettings } from "#server/imap/session";
import { unseal } from "#server/vault";
import type { HostBudget } from "./host-budget.ts";
import { trafficMeter } from "./traffic-meter.ts";

/** Logs in to an account's server; the password leaves the vault for just this. */
export async function openConnection(
  account: AccountRow,
  purpose: ImapSettings["purpose"],
  budget: HostBudget,
  signal: AbortSignal,
): Promise<ImapSession> {
  const { distrust } = profileOfAccount(account);
  const connect = () => {
    const settings: ImapSettings = {
      host: account.imapHost,
      port: account.imapPort,
      security: account.imapSecurity,
      username: account.username,
      password: unseal(`accounts:secret:${account.id}`, account.secret),
      purpose,
      allowQresync: !distrust.includes("qresync"),
      allowCondstore: !distrust.includes("condstore"),
    };
    return openSession(settings, signal);
  };
  const session = await budget.run(account.imapHost, purpose, connect, signal);
  trafficMeter().add(account.id, session);
  return session;
}
