/** Turns whatever went wrong into an `ImapError`: what kind it is, in words for a person, and never with a secret in it. */
import { takesOauthOnly } from "#lib/providers/find-profile";
import { NetworkError } from "#server/network";
import { ImapError, type ImapErrorKind } from "./errors.ts";
import { meaningOf, type Meaning } from "./refusals.ts";
import { responseCode, responseText } from "./response-tokens.ts";
import { lost, tlsFailed, transportMeaning } from "./transport-failures.ts";

/** What was being done: the same NO means another thing to a login than to a FETCH. `deliver` puts mail into another folder. */
export type Errand = "connect" | "select" | "fetch" | "deliver" | "command";

export type Circumstances = {
  errand: Errand;
  host: string;
  secrets: string[];
  /** The command was written; with the connection lost, its outcome is unknown. */
  isSent?: boolean;
};

export function classifyError(error: unknown, circumstances: Circumstances): ImapError {
  if (error instanceof ImapError) return error;
  const facts = factsOf(error);
  const meaning = fitting(meaningFrom(facts, circumstances), facts, circumstances);
  const said = withoutSecrets(facts.text, circumstances.secrets);
  const details: ConstructorParameters<typeof ImapError>[3] = {
    isUncertain: circumstances.isSent === true && !facts.status,
  };
  // The library's error repeats the server's text, in which a secret may stand.
  if (said === facts.text) details.cause = error;
  if (facts.retryAfterMs !== null) details.retryAfterMs = facts.retryAfterMs;
  const message = said ? `${meaning.message} The server said: “${said.slice(0, 200)}”` : meaning.message;
  return new ImapError(meaning.kind, meaning.code, message, details);
}

type Facts = {
  /** NO, BAD, BYE; empty when the server did not answer. */
  status: string;
  /** Of Node or imapflow. */
  code: string;
  responseCode: string;
  text: string;
  isLoginRefused: boolean;
  isEncryptionMissing: boolean;
  retryAfterMs: number | null;
};

function factsOf(error: unknown): Facts {
  const read = (name: string): unknown =>
    typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
  const word = (name: string) => {
    const value = read(name);
    return typeof value === "string" ? value : "";
  };
  const response = read("response");
  const parsed = isResponse(response) ? response : null;
  const text = clean(word("responseText") || word("reason") || (parsed ? responseText(parsed) : word("response")));
  return {
    status: word("responseStatus").toUpperCase(),
    code: error instanceof NetworkError ? error.code : word("code"),
    responseCode: (word("serverResponseCode") || (parsed ? responseCode(parsed).code : "")).toUpperCase(),
    text,
    isLoginRefused: read("authenticationFailed") === true,
    isEncryptionMissing: read("tlsFailed") === true && !word("code"),
    retryAfterMs: backoffOf(text),
  };
}

function meaningFrom(facts: Facts, { errand, host }: Circumstances): Meaning {
  const answer = facts.responseCode ? `[${facts.responseCode}] ${facts.text}` : facts.text;
  const refusals = new Map(networkRefusals);
  const told = refusals.get(facts.code) ?? (answer ? meaningOf(answer) : undefined);
  if (told?.code === "wrong_password" && takesOauthOnly(host)) return oauthRequired;
  if (told) return told;
  if (facts.isLoginRefused) return loginRefused;
  if (facts.isEncryptionMissing) return starttlsMissing;
  const transport = transportMeaning(facts.code);
  if (transport) return transport;
  if (facts.status === "NO" || facts.status === "BAD") return unexplained[errand];
  if (facts.status === "BYE") return lost;
  return errand === "connect" ? notAMailServer : unexplained[errand];
}

/** The same words in another place: what is an odd answer elsewhere is a login that failed, or a folder that is missing. */
function fitting(meaning: Meaning, facts: Facts, { errand }: Circumstances): Meaning {
  if (errand === "deliver" && meaning.code === "NONEXISTENT") return { ...missingDestination };
  if (errand === "connect" && meaning.kind === "no-permission" && facts.status) return loginRefused;
  if (errand === "connect" && meaning.kind === "poison") return notAMailServer;
  // A message that makes the server fail is set aside by itself; "not at the moment" concerns them all.
  if (errand === "fetch" && meaning.code === "server_error" && !/UNAVAILABLE|INUSE/.test(facts.responseCode)) {
    return { ...meaning, kind: "poison" };
  }
  return meaning;
}

/** How long a server asks to be left alone (Exchange). */
export function backoffOf(text: string): number | null {
  const match = /backoff time[:=\s]+(\d{1,9})/i.exec(text);
  return match ? Number(match[1]) : null;
}

// oxlint-disable-next-line no-control-regex -- that is what must not reach a log or a screen
const clean = (text: string) => text.replaceAll(/[\u0000-\u001f\u007f]+/g, " ").trim();

function withoutSecrets(text: string, secrets: string[]): string {
  return secrets.filter(Boolean).reduce((result, secret) => result.replaceAll(secret, "•••"), text);
}

function isResponse(value: unknown): value is Parameters<typeof responseCode>[0] {
  return typeof value === "object" && value !== null && "command" in value;
}

const meaning = (kind: ImapErrorKind, code: string, message: string): Meaning => ({ kind, code, message });

const loginRefused = meaning("auth", "wrong_password", "The mail server did not accept the user name and password.");
const oauthRequired = meaning("auth", "oauth_required", "This provider does not accept a password from mail programs.");
const starttlsMissing = meaning("tls", "starttls_missing", "The mail server offers no encryption on this port.");
const notAMailServer = meaning("protocol", "not_a_mail_server", "What answers on this port is no IMAP server.");
const missingDestination = meaning("try-create", "TRYCREATE", "The destination folder does not exist.");

const unexplained: Record<Errand, Meaning> = {
  connect: meaning("refused", "server_error", "The mail server turned us away."),
  select: meaning("folder", "NO", "The mail server would not open this folder."),
  fetch: meaning("poison", "NO", "The mail server could not give this message."),
  deliver: meaning("protocol", "NO", "The mail server would not do this."),
  command: meaning("protocol", "NO", "The mail server would not do this."),
};

const networkRefusals: [string, Meaning][] = [
  ["name_not_found", meaning("network", "name_not_found", "There is no server of this name.")],
  [
    "address_not_allowed",
    meaning("no-permission", "address_not_allowed", "This host has a private address, which an operator has to allow."),
  ],
  [
    "port_not_allowed",
    meaning("no-permission", "port_not_allowed", "Mail servers answer on port 993 or 143, which this is not."),
  ],
  ["tlsFailed", tlsFailed],
];
