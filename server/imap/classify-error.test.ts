import { describe, expect, it } from "vitest";
import { NetworkError } from "#server/network";
import { classifyError, type Errand } from "./classify-error.ts";
import { ImapError } from "./errors.ts";

/** As imapflow throws it: the parsed answer of the server, and its text. */
function refusal(answer: string, fields: Record<string, unknown> = {}): Error {
  const [, status = "", code = "", text = ""] = /^(NO|BAD|BYE) (?:\[([^\] ]+)[^\]]*\] )?(.*)$/.exec(answer) ?? [];
  const section = code ? [{ section: [{ type: "ATOM", value: code }] }] : [];
  const response = { command: status, attributes: [...section, { type: "TEXT", value: text }] };
  if (status === "BYE")
    return Object.assign(new Error("Connection not available"), { code: "NoConnection", reason: text });
  return Object.assign(new Error("Command failed"), {
    response,
    responseStatus: status,
    responseText: text,
    ...fields,
  });
}

function classify(error: unknown, errand: Errand = "command", host = "mail.example.com") {
  const { kind, code } = classifyError(error, { errand, host, secrets: [] });
  return [kind, code];
}

describe("What a server says", () => {
  const login: [string, string, string][] = [
    ["NO [ALERT] Too many simultaneous connections. (Failure)", "refused", "too_many_connections"],
    ["NO [UNAVAILABLE] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)", "refused", "too_many_connections"],
    ["BAD User is authenticated but not connected.", "refused", "not_connected"],
    ["NO Authentication Limit Exceeded", "refused", "too_many_connections"],
    ["NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", "auth", "wrong_password"],
    ["NO LOGIN failed.", "auth", "wrong_password"],
    ["NO [AUTHORIZATIONFAILED] No such user", "auth", "wrong_password"],
    ["NO [EXPIRED] Password has expired", "auth", "wrong_password"],
    ["NO [NOPERM] Denied", "auth", "wrong_password"],
    ["NO [ALERT] Application-specific password required: https://support.example.com", "auth", "app_password_required"],
    ["NO [AUTHENTICATIONFAILED] App password is required", "auth", "app_password_required"],
    ["NO [ALERT] Please log in via your web browser: https://support.example.com", "auth", "imap_disabled"],
    ["NO [ALERT] Lockdown in sector 4", "auth", "imap_disabled"],
    ["NO [ALERT] Your account is not enabled for IMAP use. Please visit your settings.", "auth", "imap_disabled"],
    ["NO IMAP access is disabled for this user", "auth", "imap_disabled"],
    ["NO LOGONDENIED-BASICAUTHBLOCKED Basic auth blocked", "auth", "oauth_required"],
    ["NO [UNAVAILABLE] Temporary authentication failure. [mail:2024]", "refused", "server_error"],
    ["NO Server Unavailable. 15", "refused", "server_error"],
    ["NO [LIMIT] CAPABILITY Rate limit hit.", "throttled", "throttled"],
    ["NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure connections.", "tls", "plaintext_not_allowed"],
    ["NO Go away", "refused", "server_error"],
    ["BYE Too many connections, try later", "refused", "too_many_connections"],
  ]; // prettier-ignore
  it.each(login)("to a login: %s", (answer, kind, code) => {
    expect(classify(refusal(answer), "connect")).toEqual([kind, code]);
  });

  const commands: [string, Errand, string, string][] = [
    ["NO [OVERQUOTA] Account exceeded command or bandwidth limits. (Failure)", "fetch", "throttled", "bandwidth"],
    ["BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds", "fetch", "throttled", "throttled"],
    ["NO [LIMIT] UID FETCH Rate limit hit.", "fetch", "throttled", "throttled"],
    ["NO [UNAVAILABLE] UID FETCH Server error - Please try again later", "fetch", "refused", "server_error"],
    ["NO [INUSE] The mailbox is in use", "select", "refused", "server_error"],
    ["NO [SERVERBUG] Internal error occurred. Refer to server log for more information.", "fetch", "poison", "server_error"],
    ["NO [SERVERBUG] Internal error occurred. Refer to server log for more information.", "select", "refused", "server_error"],
    ["NO Message cannot be parsed", "fetch", "poison", "NO"],
    ["BAD Error in IMAP command received by server.", "fetch", "poison", "NO"],
    ["NO [OVERQUOTA] Quota exceeded (mailbox for user is full)", "deliver", "over-quota", "OVERQUOTA"],
    ["NO [TRYCREATE] Mailbox doesn't exist: Nope", "deliver", "try-create", "TRYCREATE"],
    ["NO [NONEXISTENT] Unknown Mailbox: Nope (Failure)", "deliver", "try-create", "TRYCREATE"],
    ["NO Mailbox does not exist", "deliver", "try-create", "TRYCREATE"],
    ["NO [NONEXISTENT] Unknown Mailbox: Nope (Failure)", "select", "folder", "NONEXISTENT"],
    ["NO [NOPERM] Permission denied", "command", "no-permission", "NOPERM"],
    ["NO [READ-ONLY] The folder is read-only.", "command", "no-permission", "NOPERM"],
    ["NO [TOOBIG] Message too large.", "deliver", "too-large", "TOOBIG"],
    ["NO [ALREADYEXISTS] Mailbox already exists", "command", "folder", "ALREADYEXISTS"],
    ["NO [CANNOT] Invalid mailbox name", "command", "folder", "CANNOT"],
    ["NO It is not to be opened", "select", "folder", "NO"],
    ["NO Not today", "command", "protocol", "NO"],
    ["NO not connected", "command", "refused", "server_error"],
    ["BYE Session expired, please login again.", "command", "network", "connection_lost"],
    ["BYE Disconnected for inactivity.", "command", "network", "connection_lost"],
    ["BYE Connection is closed. 13", "command", "network", "connection_lost"],
    ["BYE Connection closed. 14", "fetch", "network", "connection_lost"],
  ]; // prettier-ignore
  it.each(commands)("%s (%s)", (answer, errand, kind, code) => {
    expect(classify(refusal(answer), errand)).toEqual([kind, code]);
  });

  it("to Microsoft, which takes no passwords at all, means another thing", () => {
    const refused = refusal("NO AUTHENTICATE failed.", { authenticationFailed: true });
    expect(classify(refused, "connect", "outlook.office365.com")).toEqual(["auth", "oauth_required"]);
    expect(classify(refused, "connect")).toEqual(["auth", "wrong_password"]);
  });

  it("says how long to wait", () => {
    const refused = refusal("BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds");
    expect(classifyError(refused, { errand: "fetch", host: "", secrets: [] }).retryAfterMs).toBe(299_961);
  });

  it("is told on without secrets and control characters, and not at length", () => {
    const refused = refusal(`NO [AUTHENTICATIONFAILED] hunter2 is wrong for ada\u0007 ${"x".repeat(500)}`);
    const error = classifyError(refused, { errand: "connect", host: "", secrets: ["hunter2"] });
    expect(error.message).toContain("••• is wrong for ada");
    expect(error.message).not.toContain("\u0007");
    expect(error.message.length).toBeLessThan(300);
    expect(JSON.stringify([error, error.cause, error.stack])).not.toContain("hunter2");
  });
});

describe("What a connection says", () => {
  const failures: [string, string, string][] = [
    ["ECONNREFUSED", "network", "refused"],
    ["ENOTFOUND", "network", "name_not_found"],
    ["EHOSTUNREACH", "network", "unreachable"],
    ["ETIMEDOUT", "network", "timeout"],
    ["CONNECT_TIMEOUT", "network", "timeout"],
    ["GREETING_TIMEOUT", "network", "timeout"],
    ["ECONNRESET", "network", "connection_lost"],
    ["NoConnection", "network", "connection_lost"],
    ["CERT_HAS_EXPIRED", "tls", "tls_expired"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "tls", "tls_wrong_host"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls", "tls_self_signed"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls", "tls_self_signed"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "tls", "tls_failed"],
    ["CERT_REVOKED", "tls", "tls_failed"],
    ["TooManyTokens", "poison", "unreadable"],
    ["LineTooLarge", "poison", "unreadable"],
    ["ParserError11", "poison", "unreadable"],
    ["NoMailboxSelected", "folder", "NoMailboxSelected"],
  ];
  it.each(failures)("%s", (code, kind, expected) => {
    expect(classify(Object.assign(new Error("x"), { code }))).toEqual([kind, expected]);
  });

  it("while connecting: an answer that cannot be read is no mail server's", () => {
    expect(classify(Object.assign(new Error("x"), { code: "ParserError1" }), "connect")).toEqual([
      "protocol",
      "not_a_mail_server",
    ]);
  });

  it("keeps the guard's own words", () => {
    const refused = new NetworkError("address_not_allowed", "no");
    expect(classify(refused, "connect")).toEqual(["no-permission", "address_not_allowed"]);
  });

  it("leaves open what became of a command whose answer never came, and only of such", () => {
    const circumstances = { errand: "deliver" as const, host: "", secrets: [], isSent: true };
    expect(classifyError(Object.assign(new Error("x"), { code: "NoConnection" }), circumstances).isUncertain).toBe(
      true,
    );
    expect(classifyError(refusal("NO [TRYCREATE] No"), circumstances).isUncertain).toBe(false);
  });

  it("passes on what has been understood before", () => {
    const known = new ImapError("folder", "X", "x");
    expect(classifyError(known, { errand: "fetch", host: "", secrets: [] })).toBe(known);
  });
});
