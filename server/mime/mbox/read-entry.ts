/** An entry of an mbox file as the mail that it was: see `mbox-entry.ts` for those that this project writes, of which every byte comes back. */
import { contentLengthOf } from "./content-length.ts";
import type { MailFlags } from "./mail-flags.ts";
import { readFromLine } from "./read-from-line.ts";
import { withCrlf } from "./with-crlf.ts";
import { flagsInHead, fieldOf, receivedInHead } from "./status-fields.ts";

export type ReadMail = {
  source: Buffer;
  flags: MailFlags;
  /** Null where nothing tells. */
  receivedAt: Date | null;
};

const dayMs = 24 * 60 * 60 * 1000;

export function readEntry(entry: Buffer): ReadMail {
  const lineEnd = entry.indexOf("\n") + 1 || entry.length;
  const fromLine = entry.toString("latin1", 0, lineEnd).trimEnd();
  return readOwn(entry.subarray(lineEnd)) ?? readForeign(entry, lineEnd, fromLine);
}

function readOwn(rest: Buffer): ReadMail | null {
  const first = rest.toString("latin1", 0, Math.min(rest.length, 200));
  const facts = /^X-Postroom-Mail: lines=([1-9]) eol=(crlf|raw) end=(newline|none) received=(-?\d{1,15})\r?\n/.exec(
    first,
  );
  if (!facts) return null;
  const [, count, eol, end, received] = facts;
  let at = 0;
  for (let line = 0; line < Number(count); line += 1) at = rest.indexOf("\n", at) + 1;
  const head = rest.toString("latin1", 0, at);
  const quoted = rest.subarray(at);
  const text = unquoted(quoted.subarray(0, Math.max(0, quoted.length - (end === "none" ? 2 : 1))));
  return {
    source: eol === "crlf" ? withCrlf(text) : text,
    flags: flagsInHead(head),
    receivedAt: new Date(Number(received)),
  };
}

function readForeign(entry: Buffer, lineEnd: number, fromLine: string): ReadMail {
  const isCounted = contentLengthOf(entry) !== null && entry.indexOf("\nFrom ") !== -1;
  const bare = withoutLastLine(entry.subarray(lineEnd));
  const source = withCrlf(isCounted ? bare : unquoted(bare));
  const head = headOf(source);
  return { source, flags: flagsInHead(head), receivedAt: whenReceived(head, fromLine) };
}

/** What Thunderbird writes there is the time it was filed; most others write local time without saying where. */
function whenReceived(head: string, line: string): Date | null {
  const from = readFromLine(line);
  const received = receivedInHead(head);
  if (from?.hasZone) return from.receivedAt;
  if (from && from.sender !== "-") {
    const isNear = received !== null && Math.abs(received.getTime() - from.receivedAt.getTime()) <= dayMs;
    return isNear ? received : from.receivedAt;
  }
  return received ?? dateIn(fieldOf(head, "date")) ?? from?.receivedAt ?? null;
}

/** A mail in a file of its own, with no From line. */
export function readSingle(file: Buffer): ReadMail {
  const source = withCrlf(file);
  const head = headOf(source);
  return { source, flags: flagsInHead(head), receivedAt: receivedInHead(head) ?? dateIn(fieldOf(head, "date")) };
}

function dateIn(text: string): Date | null {
  const at = new Date(text.replace(/\s*\([^()]*\)\s*$/, ""));
  return Number.isNaN(at.getTime()) || at.getTime() < 0 ? null : at;
}

function headOf(source: Buffer): string {
  const start = source.subarray(0, 256 * 1024).toString("latin1");
  return start.slice(0, Math.max(0, start.search(/\r?\n\r?\n/)) || undefined);
}

/** The empty line that parts entries is no part of the mail. */
function withoutLastLine(bytes: Buffer): Buffer {
  const end = bytes.toString("latin1", Math.max(0, bytes.length - 4));
  if (end.endsWith("\n\r\n")) return bytes.subarray(0, -2);
  return end.endsWith("\n\n") ? bytes.subarray(0, -1) : bytes;
}

/** One ">" less in each line that is `From ` behind some of them. */
function unquoted(bytes: Buffer): Buffer {
  if (bytes.indexOf(">From ") === -1) return bytes;
  return Buffer.from(bytes.toString("latin1").replaceAll(/(?<=^|\n)>(>*From )/g, unquotedLine), "latin1");
}

const unquotedLine = (_: string, rest: string) => rest;
