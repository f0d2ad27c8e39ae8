import type { MailAddress } from "../contracts/address.ts";
import { cleanText } from "./clean-text.ts";
import { decodeWords } from "./encoded-words.ts";

/** Dovecot CVE-2024-23184 was 100,000 addresses in one header; nobody reads the second thousand. */
const addressesMax = 1000;
const headerCharactersMax = 256 * 1024;

type Entry = { phrase: string; comment: string; angle: string | null; quoted: boolean };

/**
 * Reads an address header (RFC 5322 §3.4) as it comes: groups are flattened, comments serve as names, at most 1,000 entries.
 * Encoded words are decoded in names only and after the structure is known, so they can forge no address (security: T10).
 */
export function parseAddressList(header: string): MailAddress[] {
  return header === "" ? [] : (plainAddress(header) ?? readAddressList(header));
}

/** One address as most headers have it, `Jane Doe <jane@example.com>`, of which nothing has to be decoded or cleaned. */
function plainAddress(header: string): MailAddress[] | null {
  const match = plain.exec(header);
  if (!match) return null;
  const [, name = "", local = "", domain = ""] = match;
  return [{ name, address: `${local}@${domain.toLowerCase()}` }];
}

const plain = /^(?:([a-z0-9]+(?: [a-z0-9]+)*) )?<([a-z0-9._+-]+)@([a-z0-9.-]+)>$/i;

function readAddressList(header: string): MailAddress[] {
  const entries = entriesOf(header.slice(0, headerCharactersMax));
  const addresses: MailAddress[] = [];
  for (let at = 0; at < entries.length && addresses.length < addressesMax; at += 1) {
    const entry = entries[at];
    const next = entries[at + 1];
    if (!entry) continue;
    // `Doe, John <john@x>` without quotes: one person, not two.
    if (next?.angle?.includes("@") && !next.quoted && isBareName(entry) && /^\p{L}/u.test(next.phrase.trim())) {
      entries[at + 1] = { ...next, phrase: `${entry.phrase.trim()}, ${next.phrase.trim()}` };
      continue;
    }
    const address = addressOf(entry);
    if (address) addresses.push(address);
  }
  return addresses;
}

/** For comparing only: lower case, domain in its ASCII form. Nothing is folded that would let a look-alike pass for another. */
export function normalizeAddress(address: string): string {
  if (normal.test(address)) return address;
  const lower = address.trim().replace(/^<|>$/g, "").normalize("NFC").toLowerCase();
  const at = lower.lastIndexOf("@");
  if (at < 0) return lower;
  return `${lower.slice(0, at)}@${asciiDomain(lower.slice(at + 1).replace(/\.$/, ""))}`;
}

/** Nearly all are so already. */
const normal = /^[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;

/** As a person reads it and a header takes it: `Jane Doe <jane@x>`, `"Doe, Jane" <jane@x>`. */
export function formatAddress(address: MailAddress): string {
  const name = cleanText(address.name);
  if (!name) return address.address;
  const isPlain = /^[\p{L}\p{M}\p{N} !#$%&'*+/=?^_`{|}~-]+$/u.test(name);
  return `${isPlain ? name : `"${name.replace(/["\\]/g, "\\$&")}"`} <${address.address}>`;
}

function asciiDomain(domain: string): string {
  if (!/[^\0-\x7f]/.test(domain) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return domain;
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain;
}

/** Splits at commas and semicolons outside quotes, comments and angle brackets, in one pass over the text. */
function entriesOf(header: string): Entry[] {
  const entries: Entry[] = [];
  let entry: Entry = { phrase: "", comment: "", angle: null, quoted: false };
  let place: "text" | "quote" | "angle" = "text";
  let depth = 0;
  let angleText = "";
  const end = () => {
    if (place === "angle") entry.angle = angleText;
    if (entry.phrase.trim() || entry.comment.trim() || entry.angle !== null) entries.push(entry);
    entry = { phrase: "", comment: "", angle: null, quoted: false };
    place = "text";
    depth = 0;
    angleText = "";
  };
  for (let at = 0; at < header.length && entries.length < addressesMax * 2; at += 1) {
    const char = header.charAt(at);
    const isEscaped = char === "\\" && (place === "quote" || depth > 0) && at + 1 < header.length;
    const text = isEscaped ? header.charAt((at += 1)) : char;
    if (depth > 0) {
      if (!isEscaped && text === ")") depth -= 1;
      else if (!isEscaped && text === "(") depth += 1;
      entry.comment += depth > 0 ? text : " ";
    } else if (place === "quote") {
      if (!isEscaped && text === '"') place = "text";
      else entry.phrase += text;
    } else if (place === "angle") {
      if (text === ">") {
        entry.angle = angleText;
        place = "text";
      } else if (text === "<") {
        entry.phrase += angleText;
        angleText = "";
      } else angleText += text;
    } else if (text === '"') {
      place = "quote";
      // A quoted local part (`"john doe"@x`) stays an address, a quoted name becomes one.
      const isLocalPart = /^"(?:[^"\\]|\\.)*"@/.test(header.slice(at, at + 300));
      if (isLocalPart) {
        const local = header.slice(at, header.indexOf('"@', at) + 1);
        entry.phrase += local;
        at += local.length - 1;
        place = "text";
      } else entry.quoted = true;
    } else if (text === "(") depth = 1;
    else if (text === "<") {
      place = "angle";
      angleText = "";
    } else if (text === "," || text === ";") end();
    else if (text === ":" && entry.angle === null && !entry.phrase.includes("@")) {
      // The name of a group says nothing about its members.
      entry = { phrase: "", comment: "", angle: null, quoted: false };
    } else entry.phrase += text;
  }
  end();
  return entries;
}

function addressOf(entry: Entry): MailAddress | null {
  if (entry.angle !== null) {
    const address = cleanAddress(entry.angle);
    const name = nameOf(entry.phrase) || nameOf(entry.comment);
    if (!address && !name) return null;
    return named(name, address);
  }
  const found = entry.quoted ? null : bareAddress(entry.phrase);
  if (found) return named(nameOf(found.rest) || nameOf(entry.comment), cleanAddress(found.address));
  const name = nameOf(entry.phrase) || nameOf(entry.comment);
  return name ? { name, address: "" } : null;
}

/** A name that only repeats the address is none. */
function named(name: string, address: string): MailAddress {
  return { name: name.toLowerCase() === address.toLowerCase() ? "" : name, address };
}

/** `jane@x`, `Jane jane@x`, or one lone word: a local user of old (`root`). */
function bareAddress(phrase: string): { address: string; rest: string } | null {
  const trimmed = phrase.trim();
  const words = trimmed.startsWith('"') && /"@\S+$/.test(trimmed) ? [trimmed] : trimmed.split(/\s+/);
  const at = words.findLastIndex((word) => /.@./.test(word) && !word.startsWith("=?"));
  const address = words[at];
  if (address !== undefined) return { address, rest: words.filter((_, index) => index !== at).join(" ") };
  return words.length === 1 && /^[a-z0-9._+-]+$/i.test(trimmed) ? { address: trimmed, rest: "" } : null;
}

function isBareName(entry: Entry): boolean {
  return entry.angle === null && !entry.quoted && !entry.comment && /^\s*\p{Lu}[^@]*$/u.test(entry.phrase);
}

function nameOf(text: string): string {
  const decoded = cleanText(decodeWords(text));
  return decoded.replace(/^(["'])(.*)\1$/, "$2").trim();
}

/** White space and unseen characters have no place in an address; a source route (`@a,@b:jane@x`) is obsolete (RFC 5322 §4.4). */
function cleanAddress(text: string): string {
  const bare = cleanText(text)
    .replace(/^@[^:]*:/, "")
    .replace(/^mailto:/i, "")
    .trim();
  const whole = bare.startsWith('"') ? bare : bare.replace(/\s+/g, "");
  const at = whole.lastIndexOf("@");
  return at < 0 ? whole : whole.slice(0, at + 1) + whole.slice(at + 1).toLowerCase();
}
