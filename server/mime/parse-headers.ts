import type { MailAddress } from "#lib/contracts/address";
import { parseAddressList } from "#lib/mail/address";
import { cleanText } from "#lib/mail/clean-text";
import { decodeWords } from "#lib/mail/encoded-words";
import { joinMessageIds, normalizeMessageId, parseMessageIds } from "#lib/mail/message-id";
import { headerFields, type HeaderField } from "./header-fields.ts";
import { parseDate } from "./parse-date.ts";

export type ParsedHeaders = {
  /** Without brackets; empty when the mail has none. */
  internetMessageId: string;
  /** The first id that In-Reply-To names. */
  inReplyTo: string;
  /** Every id named, In-Reply-To included, oldest first. */
  references: string[];
  subject: string;
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  replyTo: MailAddress[];
  sentAt: Date | null;
  /** The Date header as it came: part of the identity, whatever it says. */
  date: string;
  /** Those worth keeping, by lower-case name. */
  headers: Record<string, string>;
};

const subjectCharactersMax = 1000;
const keptCharactersMax = 4000;
/** What rules, warnings and the sending side look at later. */
const kept = new Set([
  "list-id", "list-unsubscribe", "auto-submitted", "precedence", "authentication-results", "return-path", "sender", "x-postroom-id",
]); // prettier-ignore

/** Reads a raw header block. Never throws: what cannot be read is empty. */
export function parseHeaders(block: Uint8Array): ParsedHeaders {
  const fields = valuesByName(headerFields(block));
  const all = (name: string) => fields.get(name) ?? none;
  const first = (name: string) => all(name)[0] ?? "";
  const addresses = (name: string) => parseAddressList(all(name).join(", "));
  const inReplyTo = parseMessageIds(first("in-reply-to"));
  const named = parseMessageIds(all("references").join(" "));
  return {
    internetMessageId: normalizeMessageId(first("message-id")),
    inReplyTo: inReplyTo[0] ?? "",
    references: joinMessageIds(named, inReplyTo),
    subject: cleanText(decodeWords(first("subject").slice(0, subjectCharactersMax * 4)))
      .slice(0, subjectCharactersMax)
      .toWellFormed(),
    from: fromOf(all("from"), first("sender")),
    to: addresses("to"),
    cc: addresses("cc"),
    bcc: addresses("bcc"),
    replyTo: addresses("reply-to"),
    sentAt: parseDate(first("date")),
    date: first("date"),
    headers: keptHeaders(fields),
  };
}

const none: readonly string[] = [];

function valuesByName(fields: readonly HeaderField[]): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const { name, value } of fields) {
    const values = byName.get(name);
    if (values) values.push(value);
    else byName.set(name, [value]);
  }
  return byName;
}

/** The first address of the first From; more than one is marked in `headers` and warned of (security: T10). */
function fromOf(values: readonly string[], sender: string): MailAddress {
  const listed = parseAddressList(values[0] ?? "");
  return (
    listed.find((one) => one.address !== "") ?? parseAddressList(sender)[0] ?? listed[0] ?? { name: "", address: "" }
  );
}

function keptHeaders(fields: ReadonlyMap<string, readonly string[]>): Record<string, string> {
  const headers: Record<string, string> = {};
  // The topmost of each: the others were written by whoever sent it.
  for (const [name, [value = ""]] of fields) {
    if (kept.has(name)) headers[name] = cleanText(decodeWords(value.slice(0, keptCharactersMax)));
  }
  const froms = fields.get("from") ?? none;
  // Without a separator there is one at most.
  const listed = froms.filter((value) => /[,;:]/.test(value));
  const fromCount = froms.length - listed.length + listed.flatMap(parseAddressList).length;
  if (froms.length > 1 || fromCount > 1) headers["x-postroom-from-count"] = String(Math.max(froms.length, fromCount));
  return headers;
}
