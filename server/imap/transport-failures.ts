/** Codes of Node's sockets, of TLS and of imapflow, and what they mean to whoever typed in the host. */
import type { Meaning } from "./refusals.ts";

export function transportMeaning(code: string): Meaning | undefined {
  if (/^ERR_SSL_|^ERR_TLS_|^EPROTO$|^(UNABLE_TO|CERT_)/.test(code) && !failures.has(code)) return tlsFailed;
  if (code.startsWith("ParserError") && !failures.has(code)) return unreadable;
  return failures.get(code);
}

const network = (code: string, message: string): Meaning => ({ kind: "network", code, message });
const tls = (code: string, message: string): Meaning => ({ kind: "tls", code, message });

export const lost = network("connection_lost", "The connection to the mail server was lost.");
export const tlsFailed = tls("tls_failed", "No encrypted connection could be made to this port.");
const timeout = network("timeout", "The mail server did not answer in time.");
const unreachable = network("unreachable", "The mail server cannot be reached.");
const untrusted = tls("tls_self_signed", "The mail server's certificate is not signed by anyone known.");
const unreadable: Meaning = {
  kind: "poison",
  code: "unreadable",
  message: "The mail server's answer could not be read.",
};
const noName = network("name_not_found", "There is no server of this name.");

const failures = new Map<string, Meaning>([
  ["ECONNREFUSED", network("refused", "Nothing answers on this port.")],
  ["ENOTFOUND", noName],
  ["EAI_AGAIN", noName],
  ["EHOSTUNREACH", unreachable],
  ["ENETUNREACH", unreachable],
  ["EADDRNOTAVAIL", unreachable],
  ["ETIMEDOUT", timeout],
  ["ETIMEOUT", timeout],
  ["CONNECT_TIMEOUT", timeout],
  ["GREETING_TIMEOUT", timeout],
  ["UPGRADE_TIMEOUT", timeout],
  ["ECONNRESET", lost],
  ["EPIPE", lost],
  ["NoConnection", lost],
  ["EConnectionClosed", lost],
  ["StateLogout", lost],
  [
    "ClosedAfterConnectText",
    network("connection_lost", "The mail server ended the connection before it said anything."),
  ],
  [
    "ClosedAfterConnectTLS",
    network("connection_lost", "The mail server ended the connection before it said anything."),
  ],
  ["CERT_HAS_EXPIRED", tls("tls_expired", "The mail server's certificate has expired.")],
  ["CERT_NOT_YET_VALID", tls("tls_expired", "The mail server's certificate is not valid yet.")],
  ["ERR_TLS_CERT_ALTNAME_INVALID", tls("tls_wrong_host", "The mail server's certificate is made out to another host.")],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", untrusted],
  ["SELF_SIGNED_CERT_IN_CHAIN", untrusted],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", untrusted],
  ["UNABLE_TO_GET_ISSUER_CERT", untrusted],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", untrusted],
  ["STARTTLS_INJECTION", tlsFailed],
  ["LineTooLarge", unreadable],
  ["LiteralTooLarge", unreadable],
  ["ResponseTooLarge", unreadable],
  ["TooManyTokens", unreadable],
  ["TooManyResponses", unreadable],
  ["ResponseProcessingFailed", unreadable],
  [
    "NotFound",
    { kind: "folder", code: "NONEXISTENT", message: "This folder does not exist on the mail server any more." },
  ],
  [
    "NoMailboxSelected",
    { kind: "folder", code: "NoMailboxSelected", message: "No folder is open on the mail server." },
  ],
]);
