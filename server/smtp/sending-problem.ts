import type { ConnectionProblemCode } from "#lib/contracts/account";
import { NetworkError } from "../network.ts";
import { codeOfSmtpFailure, codeOfToken } from "./smtp-problem.ts";

/** Why nothing leaves an account until a person sees to it. */
export type SendingProblem = { code: ConnectionProblemCode; detail: string };

/**
 * What a failure before the first word of a mail means for all mail of the account; null for what passes by itself.
 * In our own words only: what a server says to a login may echo what it was sent.
 */
export function sendingProblem(error: unknown, host: string, isByToken = false): SendingProblem | null {
  const code = isByToken ? codeOfToken(codeOf(error)) : codeOf(error);
  const advice = adviceFor(code, host);
  return advice === null ? null : { code, detail: advice };
}

function codeOf(error: unknown): ConnectionProblemCode {
  if (error instanceof NetworkError) return error.code;
  const isPlaintext = error instanceof Error && "code" in error && error.code === "EPLAINTEXT";
  return isPlaintext ? "plaintext_not_allowed" : codeOfSmtpFailure(error);
}

function adviceFor(code: ConnectionProblemCode, host: string): string | null {
  switch (code) {
    case "wrong_password":
      return `${host} does not accept the user name and password for sending. Give the account its new password; mail that waits then goes out by itself.`;
    case "app_password_required":
      return `${host} wants an app password for sending. Make one with the provider and enter it here; mail that waits then goes out by itself.`;
    case "oauth_required":
      return `${host} no longer accepts passwords for sending. Ask the provider whether it still allows them.`;
    case "imap_disabled":
      return `Sending by SMTP is turned off for this mailbox. Turn it on at ${host}; mail that waits then goes out by itself.`;
    case "tls_expired":
      return `The certificate of ${host} has expired. Whoever runs that server has to renew it; sending is tried again by itself.`;
    case "tls_wrong_host":
      return `The certificate of ${host} was made for another name. Nothing is sent until that is put right; it is tried again by itself.`;
    case "tls_self_signed":
      return `The certificate of ${host} is signed by nobody known here. Nothing is sent until that is put right; it is tried again by itself.`;
    case "tls_failed":
    case "starttls_missing":
      return `No encrypted connection for sending came about with ${host}. It is tried again by itself.`;
    case "plaintext_not_allowed":
      return "Mail is not sent unencrypted over the internet. Connect the account again with TLS or STARTTLS for sending.";
    case "address_not_allowed":
      return `${host} has a private address. Whoever runs this server can allow it with ALLOW_PRIVATE_HOSTS.`;
    case "port_not_allowed":
      return `The port for sending at ${host} is not one that mail servers use.`;
    case "name_not_found":
      return `There is no server named ${host}, by which mail is sent. It is tried again by itself.`;
    case "not_a_mail_server":
      return `What answers at ${host} is no server that sends mail. It is tried again by itself.`;
    case "oauth_refused":
      return `${host} does not accept the sign-in of this mailbox for sending. Sign in again; where SMTP is turned off for the mailbox, an administrator has to allow it.`;
    case "oauth_unsupported":
      return `${host} knows no sign-in by OAuth 2.0 for sending. Connect the account again with another server for sending.`;
    case "oauth_reconnect":
    case "oauth_scope_missing":
    case "oauth_client_rejected":
    case "oauth_not_configured":
    case "oauth_unavailable":
    case "refused":
    case "timeout":
    case "unreachable":
    case "too_many_connections":
    case "throttled":
    case "server_error":
      return null;
    default:
      return code satisfies never;
  }
}
