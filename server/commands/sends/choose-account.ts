import { accountIdsOfMessage, type AnsweredMessage, type SendingAccount } from "#db/queries/outbox/reply-context";
import { normalizeAddress } from "#lib/mail/address";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";

/** The account that was asked for, if the agent may send from it. */
export function askedAccount(accounts: readonly SendingAccount[], accountId: number): SendingAccount {
  const account = accounts.find((one) => one.id === accountId);
  if (!account) throw invalid("There is no such account in this inbox.");
  if (account.mode === "read-only") throw invalid("This account is read-only: nothing is sent from it.");
  return account;
}

/**
 * The account that an answer goes out from when nobody chose: the one that the mail was addressed to, else one that holds it, else the
 * first of the inbox.
 */
export function accountFor(accounts: readonly SendingAccount[], answered: AnsweredMessage | undefined): SendingAccount {
  const usable = accounts.filter((account) => account.mode === "two-way");
  const recipients = new Set(
    (answered ? [...answered.to, ...answered.cc] : []).map((to) => normalizeAddress(to.address)),
  );
  const holders = new Set(answered ? accountIdsOfMessage(store().read, answered.id) : []);
  const rank = (account: SendingAccount) =>
    (holders.has(account.id) ? 0 : 2) + (recipients.has(normalizeAddress(account.emailAddress)) ? 0 : 1);
  const [best] = usable.toSorted((a, b) => rank(a) - rank(b));
  if (!best) throw invalid("No account of this inbox may send.");
  return best;
}

function invalid(message: string): AppError {
  return new AppError("invalid", message, { issues: [{ path: "accountId", message }] });
}
