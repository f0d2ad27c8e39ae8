import type { AccountRow } from "#db/queries/sync/accounts";
import { profileOfAccount } from "#lib/providers/find-profile";
import type { AccountHolds } from "#server/account-holds";
import { ImapError } from "#server/imap/errors";
import { assertFree, heedError, heedText } from "#server/imap/heed-server";
import { openSession } from "#server/imap/open-session";
import type { ImapSession, ImapSettings } from "#server/imap/session";
import { withLogin, type Login } from "#server/oauth/with-login";
import { noteProblem } from "./note-problem.ts";
import type { ConnectionWish, Seat } from "./throttle/connection-budget.ts";
import { trafficMeter } from "./throttle/traffic-meter.ts";
import { tokenProblem } from "./token-problem.ts";

const lingerMs = 100;

type Ways = { seat: Seat; holds: AccountHolds; wish: ConnectionWish };

/**
 * Logs in to an account's server when there is room and nothing holds it back. Whatever the server then says on this connection about
 * waiting counts for all of the account's.
 */
export async function openConnection(account: AccountRow, { seat, holds, wish }: Ways): Promise<ImapSession> {
  const { purpose, signal } = wish;
  const connect = (login: Login) =>
    seat
      .connect(wish, () => {
        assertFree(holds, account.id);
        return openSession(settingsOf(account, purpose, login), signal);
      })
      .catch((error: unknown) => {
        if (isRefused(error)) return error;
        throw error;
      });
  try {
    assertFree(holds, account.id);
    const opened = await withLogin(account, connect, { isRefused, signal });
    if (opened instanceof ImapError) throw opened;
    listenTo(opened.connection, account.id, holds, opened.release);
    trafficMeter().add(account.id, opened.connection);
    return opened.connection;
  } catch (error) {
    heedError(holds, account.id, error);
    if (isOfHost(error) && purpose !== "watch") seat.refused();
    throw error instanceof ImapError ? error : tokenProblem(error);
  }
}

const isRefused = (outcome: unknown): outcome is ImapError =>
  outcome instanceof ImapError && outcome.code === "oauth_refused";

function settingsOf(account: AccountRow, purpose: ConnectionWish["purpose"], login: Login): ImapSettings {
  const { distrust } = profileOfAccount(account);
  return {
    host: account.imapHost,
    port: account.imapPort,
    security: account.imapSecurity,
    username: account.username,
    ...login,
    purpose: purpose === "watch" ? "watch" : "command",
    allowQresync: !distrust.includes("qresync"),
    allowCondstore: !distrust.includes("condstore"),
  };
}

function listenTo(session: ImapSession, accountId: number, holds: AccountHolds, release: () => void): void {
  session.listen((event) => {
    if (event.kind === "closed") {
      // The server counts the connection until it has seen its end as well.
      setTimeout(release, lingerMs).unref();
      heedText(holds, accountId, event.bye);
    } else if (event.kind === "alert") {
      heedText(holds, accountId, event.text);
      void noteProblem(accountId, null, new ImapError("protocol", "ALERT", `The mail server says: “${event.text}”`));
    }
  });
  if (!session.isOpen) release();
}

/** Whether it was the host that has no room, and not the mailbox, whose owner has other devices. */
function isOfHost(error: unknown): boolean {
  if (!(error instanceof ImapError) || error.code !== "too_many_connections") return false;
  return !/simultaneous|user\+ip|per user|mailbox/i.test(error.message.replace("for this mailbox", ""));
}
