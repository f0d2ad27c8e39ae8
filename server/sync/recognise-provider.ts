import type { AccountRow } from "#db/queries/sync/accounts";
import { profileOfServer, profileOfSoftware } from "#lib/providers/find-profile";
import type { ImapSession } from "#server/imap/session";

/** Whose server an account has: by its name, or where nobody knows that, by what the server says of itself. */
export function recogniseProvider(account: AccountRow, session: ImapSession): string {
  const { imapHost, emailAddress, provider } = account;
  const found =
    profileOfServer(imapHost, emailAddress) ?? profileOfSoftware(session.serverWords, session.capabilities.names);
  return found?.provider ?? provider;
}
