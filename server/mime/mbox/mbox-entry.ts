/**
 * One mail as an entry of an mbox file (mboxrd, RFC 4155 with quoting that can be undone), from which its bytes can be had again:
 *
 *     From <sender> <date in UTC, as asctime writes it>
 *     X-Postroom-Mail: lines=<n> eol=<crlf|raw> end=<newline|none> received=<milliseconds since 1970>
 *     Status: <R when seen>O
 *     X-Status: <A answered, F flagged, T draft, D deleted>
 *     X-Keywords: <keywords, a space between; left out when there are none>
 *     <the source, where each line that is "From " behind any number of ">" begins with one ">" more>
 *     <an empty line>
 *
 * To read it: without its `From ` line, take away the first `lines` lines (X-Postroom-Mail counts itself), one ">" of each line that matches
 * `^>+From `, the empty line at the end, and with `end=none` the line break before that; with `eol=crlf` each LF was CRLF. With `eol=raw`
 * line breaks are as they were: the source mixed them. Only a line that comes first counts: further ones are the mail's own.
 */
import { fromLine } from "./from-line.ts";
import type { MailFlags } from "./mail-flags.ts";

export type MboxMail = MailFlags & { sender: string; receivedAt: Date };

const lf = 0x0a;
const cr = 0x0d;
const quote = 0x3e;
const from = Buffer.from("From ");

export function mboxEntry(source: Buffer, mail: MboxMail): Buffer {
  const isCrlf = hasOnlyCrlf(source);
  const isEnded = source.at(-1) === lf;
  const head = Buffer.from(fromLine(mail.sender, mail.receivedAt) + ownLines(mail, isCrlf, isEnded));
  const tail = Buffer.from(isEnded ? "\n" : "\n\n");
  const entry = Buffer.allocUnsafe(head.length + sizeWithin(source, isCrlf) + tail.length);
  let at = head.copy(entry);
  for (const [start, end] of linesOf(source)) {
    if (isFromLine(source, start, end)) at = entry.writeUInt8(quote, at);
    const hasBreak = source[end - 1] === lf;
    const isShortened = isCrlf && hasBreak;
    at += source.copy(entry, at, start, isShortened ? end - 2 : end);
    if (isShortened) at = entry.writeUInt8(lf, at);
  }
  tail.copy(entry, at);
  return entry;
}

function ownLines(mail: MboxMail, isCrlf: boolean, isEnded: boolean): string {
  const keywords = mail.keywords.filter((keyword) => /^[\x21-\x7e]+$/.test(keyword));
  const lines = [
    `Status: ${mail.seen ? "R" : ""}O`,
    `X-Status: ${mail.answered ? "A" : ""}${mail.flagged ? "F" : ""}${mail.draft ? "T" : ""}${mail.deleted ? "D" : ""}`,
    ...(keywords.length > 0 ? [`X-Keywords: ${keywords.join(" ")}`] : []),
  ];
  const facts = `lines=${lines.length + 1} eol=${isCrlf ? "crlf" : "raw"} end=${isEnded ? "newline" : "none"}`;
  return [`X-Postroom-Mail: ${facts} received=${mail.receivedAt.getTime()}`, ...lines, ""].join("\n");
}

/** Whether CR and LF come in pairs alone, and do come. */
function hasOnlyCrlf(source: Buffer): boolean {
  let pairCount = 0;
  for (let at = source.indexOf(lf); at !== -1; at = source.indexOf(lf, at + 1)) {
    if (source[at - 1] !== cr) return false;
    pairCount += 1;
  }
  let crCount = 0;
  for (let at = source.indexOf(cr); at !== -1; at = source.indexOf(cr, at + 1)) crCount += 1;
  return pairCount > 0 && crCount === pairCount;
}

function sizeWithin(source: Buffer, isCrlf: boolean): number {
  let size = source.length;
  for (const [start, end] of linesOf(source)) {
    if (isFromLine(source, start, end)) size += 1;
    if (isCrlf && source[end - 1] === lf) size -= 1;
  }
  return size;
}

/** Where each line begins, and where it ends, its LF included. */
function* linesOf(source: Buffer): Generator<[start: number, end: number]> {
  for (let start = 0; start < source.length;) {
    const at = source.indexOf(lf, start);
    const end = at === -1 ? source.length : at + 1;
    yield [start, end];
    start = end;
  }
}

function isFromLine(source: Buffer, start: number, end: number): boolean {
  let at = start;
  while (at < end && source[at] === quote) at += 1;
  return at + from.length <= end && source.compare(from, 0, from.length, at, at + from.length) === 0;
}
