import type { MailAddress } from "#lib/contracts/address";
import type { MessageDirection } from "#lib/contracts/vocabulary";
import { normalizeAddress } from "#lib/mail/address";

type Subject = {
  direction: MessageDirection;
  fromName: string;
  fromAddress: string;
  replyTo: MailAddress[];
  headers: Record<string, string>;
};

/**
 * What a reader should be warned of (security: T10). Only the topmost Authentication-Results is believed: it is the one that our own
 * server put on; those below it came with the mail (RFC 8601 §5).
 */
export function warningsOf(message: Subject, isFirstFromSender: boolean): string[] {
  if (message.direction === "out") return [];
  const found: [string, boolean][] = [
    ["first-time-sender", isFirstFromSender],
    ["reply-to-differs", repliesGoElsewhere(message)],
    ["name-contains-address", nameClaimsAddress(message)],
    ["several-senders", "x-postroom-from-count" in message.headers],
    ["unusual-domain", hasUnusualDomain(message.fromAddress)],
    ...authenticationWarnings(message.headers),
  ];
  return found.filter(([, holds]) => holds).map(([name]) => name);
}

function repliesGoElsewhere({ replyTo, fromAddress }: Subject): boolean {
  return replyTo.some(({ address }) => address !== "" && normalizeAddress(address) !== normalizeAddress(fromAddress));
}

/** `"service@bank.example" <mallory@evil.example>`: the name is what people read. */
function nameClaimsAddress({ fromName, fromAddress }: Subject): boolean {
  const claimed = /[^\s"'<>()[\],;:]+[@＠][^\s"'<>()[\],;:]+/u.exec(fromName)?.[0];
  return claimed !== undefined && normalizeAddress(claimed) !== normalizeAddress(fromAddress);
}

/** Written in letters that can look like others (RFC 5890): readable, and worth a second look. */
function hasUnusualDomain(address: string): boolean {
  const domain = normalizeAddress(address).split("@").at(-1) ?? "";
  return /[^\0-\x7f]/.test(domain) || domain.split(".").some((label) => label.startsWith("xn--"));
}

function authenticationWarnings(headers: Record<string, string>): [string, boolean][] {
  const name = Object.keys(headers).find((header) => header.toLowerCase() === "authentication-results");
  const [topmost = ""] = (name === undefined ? "" : (headers[name] ?? "")).split(/\r?\n(?![ \t])/);
  const results = topmost.replace(/\([^()]*\)/g, "").toLowerCase();
  // Several signatures: one that passes is enough, as others break on mailing lists.
  const passes = (method: string) => new RegExp(`[;\\s]${method}\\s*=\\s*pass\\b`).test(results);
  const fails = (method: string) =>
    new RegExp(`[;\\s]${method}\\s*=\\s*(fail|softfail|permerror)\\b`).test(results) && !passes(method);
  return [
    ["spf-fail", fails("spf")],
    ["dkim-fail", fails("dkim")],
    ["dmarc-fail", fails("dmarc")],
  ];
}
