import type { ConnectionProblemCode } from "#lib/contracts/account";
import { ImapError } from "#server/imap/errors";
import { messageOf } from "#server/errors";
import type { FolderModeReason } from "./labels/choose-labelling.ts";

export type Problem = { code: string; detail: string };

/** What an account's page says: what happened, and what to do. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof ImapError))
    return { code: "internal", detail: `Something went wrong here: ${messageOf(error)}` };
  if (error.code === "held") return { code: "throttled", detail: error.message };
  const advice = Object.entries(advices).find(([code]) => code === error.code)?.[1];
  return { code: error.code, detail: advice ? `${error.message} ${advice}` : error.message };
}

/** Why an account of Gmail's that works is not synced by its labels. */
export const folderModeProblems: Record<FolderModeReason, Problem> = {
  "all-mail-hidden": {
    code: "all_mail_hidden",
    detail:
      "Gmail does not show “All Mail” to mail programs, so its labels are read one by one as folders. In Gmail's settings, under Labels, tick “Show in IMAP” for All Mail.",
  },
  "all-mail-limited": {
    code: "all_mail_limited",
    detail:
      "Gmail shows only a part of “All Mail” to mail programs, so its labels are read one by one as folders. In Gmail's settings, under Forwarding and POP/IMAP, choose not to limit the number of messages in an IMAP folder.",
  },
};

const advices: Partial<Record<ConnectionProblemCode | "bandwidth" | "not_connected", string>> = {
  bandwidth: "New mail comes in more slowly, and nothing is fetched ahead, for a day.",
  not_connected:
    "It is tried again by itself; if it stays so for hours, sign in on the provider’s page or give the account its new password.",
  wrong_password: "Give the account its new password.",
  app_password_required: "Make an app password with the provider and enter it here.",
  oauth_required: "Ask the provider whether it still allows passwords for IMAP.",
  imap_disabled: "Turn IMAP on in the settings of the mailbox.",
  tls_expired: "Whoever runs the mail server has to renew its certificate; it is tried again by itself.",
  tls_wrong_host: "Check the host name; it is tried again by itself.",
  tls_self_signed: "The server needs a certificate of a known authority; it is tried again by itself.",
  tls_failed: "It is tried again by itself.",
  name_not_found: "Check the host name; it is tried again by itself.",
  too_many_connections: "It is tried again by itself.",
  throttled: "It goes on by itself, more slowly.",
  address_not_allowed: "An operator can allow it with ALLOW_PRIVATE_HOSTS.",
};
