/**
 * What servers say when they refuse, in their own words (RFC 5530 codes and the texts of the large providers), and what it means.
 * The first rule that fits wins, so the particular stands before the general.
 */
import type { ImapErrorKind } from "./errors.ts";

export type Meaning = { kind: ImapErrorKind; code: string; message: string };

type Rule = Meaning & { says: RegExp };

/** @param answer the response code in brackets, when there is one, and the text: `[LIMIT] Rate limit hit.` */
export function meaningOf(answer: string): Meaning | undefined {
  return rules.find((rule) => rule.says.test(answer));
}

const rule = (says: RegExp, kind: ImapErrorKind, code: string, message: string): Rule => ({
  says,
  kind,
  code,
  message,
});

const rules: Rule[] = [
  rule(
    /command or bandwidth limits/i,
    "throttled", "bandwidth", "The mailbox has transferred all that its provider allows in a day.",
  ),
  rule(
    /request is throttled|backoff time|\[throttled\]/i,
    "throttled", "throttled", "The mail server asks us to slow down.",
  ),
  rule(
    /too many (simultaneous )?connections|maximum number of connections|connection limit|authentication limit exceeded/i,
    "refused", "too_many_connections", "The mail server allows no more connections for this mailbox at the moment.",
  ),
  rule(
    /authenticated but not connected/i,
    "refused", "not_connected", "The mail server took the login and cannot reach the mailbox at the moment.",
  ),
  rule(
    /\[limit\]|rate limit|too many (login|auth|command|request|failed)/i,
    "throttled", "throttled", "The mail server asks us to slow down.",
  ),
  rule(/\[overquota\]|quota exceeded|over ?quota/i, "over-quota", "OVERQUOTA", "The mailbox is full."),
  rule(
    /app(lication)?[- ]specific password|app[- ]?password (is )?required/i,
    "auth", "app_password_required", "This mailbox wants an app password in place of its usual one.",
  ),
  rule(
    /web ?browser|weblogin|lockdown in sector/i,
    "auth", "imap_disabled", "The provider wants someone to sign in on its web page before mail programs may connect.",
  ),
  rule(
    /imap(4)?( access| service)? (is |has been )?(disabled|not enabled|turned off|blocked)|not enabled for imap|not allowed to use imap|\[webalert/i,
    "auth", "imap_disabled", "IMAP is turned off for this mailbox.",
  ),
  rule(
    /basic ?auth\w* (is )?(blocked|disabled)|logondenied-basicauthblocked|oauth ?2? (is )?required|aadsts\d/i,
    "auth", "oauth_required", "This provider no longer accepts passwords from mail programs.",
  ),
  rule(
    /\[(unavailable|inuse|serverbug)\]|server unavailable|internal (server )?error|server error|temporary (authentication )?fail|temporarily|try again later|^not connected/i,
    "refused", "server_error", "The mail server cannot answer at the moment.",
  ),
  rule(
    /\[privacyrequired\]|plaintext authentication (is )?(disallowed|disabled)|logindisabled/i,
    "tls", "plaintext_not_allowed", "The mail server takes a password over an encrypted connection only.",
  ),
  rule(
    /\[(authenticationfailed|authorizationfailed|expired)\]|invalid credentials|(login|authentication) failed|authenticate failed/i,
    "auth", "wrong_password", "The mail server did not accept the user name and password.",
  ),
  rule(/\[trycreate\]/i, "try-create", "TRYCREATE", "The destination folder does not exist."),
  rule(
    /\[nonexistent\]|(mailbox|folder) (does not|doesn't) exist|no such (mailbox|folder)|unknown (mailbox|folder)/i,
    "folder", "NONEXISTENT", "This folder does not exist on the mail server any more.",
  ),
  rule(/\[alreadyexists\]/i, "folder", "ALREADYEXISTS", "A folder of this name exists already."),
  rule(
    /\[(noperm|read-only)\]|permission denied|(not permitted|read-?only) (mailbox|access)|mailbox is read-?only|access denied/i,
    "no-permission", "NOPERM", "The mail server does not allow this.",
  ),
  rule(
    /\[(appendlimit|toobig)\]|message (size )?(is )?too (large|big)|exceeds (the )?(maximum|allowed)/i,
    "too-large", "TOOBIG", "The mail server takes no message as large as this.",
  ),
  rule(/\[(cannot|corruption)\]/i, "folder", "CANNOT", "The mail server cannot use this folder."),
  rule(
    /session expired|disconnected for inactivity|connection (is )?closed|autologout|auto-logout|idle timeout|shutting down/i,
    "network", "connection_lost", "The mail server ended the connection.",
  ),
]; // prettier-ignore
