import type { ConnectionProblemCode } from "#lib/contracts/account";

/** What nodemailer tells of a failure, as far as it can be relied on. */
type SmtpFailure = { code: string; originalCode: string; response: string; message: string };

/** Names what went wrong by the SMTP reply (RFC 5321 §4.2, RFC 3463), else by what happened to the connection. */
export function codeOfSmtpFailure(error: unknown): ConnectionProblemCode {
  const failure = readFailure(error);
  const { code, originalCode, response, message } = failure;
  if (code === "ETLS" && response !== "") return "starttls_missing";
  if (code === "ETLS") return codeOfTlsFailure(message);
  if (code === "EAUTH") return codeOfRefusal(response);
  if (/^[45]\d\d/.test(response)) return codeOfReply(response);
  if (code === "EPROTOCOL") return "not_a_mail_server";
  if (code === "ETIMEDOUT") return "timeout";
  return codeOfSocketFailure(originalCode, message);
}

/** The same of a login by token: that it was turned down says nothing about passwords. */
export function codeOfToken(code: ConnectionProblemCode): ConnectionProblemCode {
  return code === "wrong_password" || code === "app_password_required" || code === "oauth_required"
    ? "oauth_refused"
    : code;
}

/** Whether another address of the same host may do better. */
export function isAboutTheWay(code: ConnectionProblemCode): boolean {
  return code === "refused" || code === "timeout" || code === "unreachable";
}

function codeOfRefusal(response: string): ConnectionProblemCode {
  // https://support.google.com/a/answer/3726730: 534 5.7.9; the others say it in words.
  if (/application.specific password|app(lication)?[- ]password|5\.7\.9/i.test(response))
    return "app_password_required";
  // Microsoft: SMTP AUTH is off for the tenant or mailbox, which only an administrator changes.
  if (/SmtpClientAuthentication is disabled/i.test(response)) return "imap_disabled";
  if (/basic authentication is disabled|5\.7\.139|web ?login ?required/i.test(response)) return "oauth_required";
  if (/(smtp|imap|access)[^.]* (is )?(disabled|not enabled|turned off)/i.test(response)) return "imap_disabled";
  if (/too many (concurrent |simultaneous )?(connections|sessions)/i.test(response)) return "too_many_connections";
  if (/too many|rate limit|try again later|throttl/i.test(response)) return "throttled";
  return response.startsWith("4") ? "server_error" : "wrong_password";
}

function codeOfReply(response: string): ConnectionProblemCode {
  if (/too many (concurrent |simultaneous )?(connections|sessions)/i.test(response)) return "too_many_connections";
  if (/throttl|rate|slow down|too many/i.test(response)) return "throttled";
  return "server_error";
}

function codeOfSocketFailure(originalCode: string, message: string): ConnectionProblemCode {
  if (originalCode === "ECONNREFUSED") return "refused";
  if (originalCode === "ETIMEDOUT") return "timeout";
  if (/^(CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(originalCode))
    return codeOfTlsFailure(`${originalCode} ${message}`);
  return "unreachable";
}

/** Of a failed TLS handshake, by OpenSSL's code or, where a library kept only that, its sentence. */
export function codeOfTlsFailure(text: string): ConnectionProblemCode {
  if (/CERT_HAS_EXPIRED|certificate has expired/i.test(text)) return "tls_expired";
  if (/ERR_TLS_CERT_ALTNAME_INVALID|altnames|does not match certificate/i.test(text)) return "tls_wrong_host";
  if (/SELF_SIGNED|self[- ]signed|UNABLE_TO_VERIFY|unable to (verify|get)|ISSUER_CERT/i.test(text))
    return "tls_self_signed";
  return "tls_failed";
}

function readFailure(error: unknown): SmtpFailure {
  const text = (name: string) => {
    const value: unknown = typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
    return typeof value === "string" ? value : "";
  };
  return {
    code: text("code"),
    originalCode: text("originalCode"),
    response: text("response"),
    message: text("message"),
  };
}
