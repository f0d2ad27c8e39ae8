import { isUtf8 } from "node:buffer";
import { decodeBytes } from "#lib/mail/charset";

/** More than any honest mail has (security: T12); what lies beyond is not read. */
const headersBytesMax = 256 * 1024;
const fieldsMax = 2000;

export type HeaderField = { name: string; value: string };

/**
 * Splits a raw header block into unfolded fields, in order, names in lower case. Takes what comes: any line ending, raw 8-bit text in
 * UTF-8 or another charset, NULs, an mbox `From ` line, lines that are no header at all (dropped). Stops at the first empty line.
 */
export function headerFields(block: Uint8Array): HeaderField[] {
  const fields: HeaderField[] = [];
  let current: { name: string; value: string } | null = null;
  const finish = () => {
    if (!current) return;
    current.value = trimmed(current.value);
    fields.push(current);
    current = null;
  };
  const text = asciiOf(block.subarray(0, headersBytesMax));
  for (const line of linesOf(text)) {
    if (fields.length >= fieldsMax) break;
    if (line === "") {
      // Before the first field an empty line means nothing.
      if (current) break;
    } else if (line.startsWith(" ") || line.startsWith("\t")) {
      if (current) current.value += ` ${trimmed(line)}`;
    } else {
      finish();
      const colon = line.indexOf(":");
      const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
      if (/^[!-9;-~]{1,100}$/.test(name)) current = { name, value: trimmed(line.slice(colon + 1)) };
    }
  }
  finish();
  if (isPlain(text)) return fields;
  const contentType = fields.find(({ name }) => name === "content-type")?.value ?? "";
  const charset = /charset\s*=\s*"?([\w:-]{1,40})/i.exec(contentType)?.[1] ?? "";
  return fields.map(({ name, value }) => ({ name, value: textOf(value, charset).trim() }));
}

/** A lone CR ends a line too: no header may hide behind one. */
function linesOf(text: string): string[] {
  const lines = text.split("\r\n");
  return lines.some((line) => line.includes("\n") || line.includes("\r")) ? text.split(/\r\n|\n|\r/) : lines;
}

/** Of ASCII white space only: the byte A0, a space in Latin-1, ends many a letter in UTF-8. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

const isBlank = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d);

/** Nothing in it has to be decoded. */
// eslint-disable-next-line no-control-regex
const isPlain = (text: string) => !/[^\x01-\x1a\x1c-\x7f]/.test(text);

/** Every byte is one character so far. What is not ASCII is read anew: as UTF-8, else in the charset of the body, else as what it looks like. */
function textOf(value: string, charset: string): string {
  // ESC switches charset in Japanese mail of old (RFC 1468).
  // eslint-disable-next-line no-control-regex
  if (!/[\x80-\xff\x1b]/.test(value)) return value.replaceAll("\0", "");
  const bytes = Buffer.from(value, "latin1");
  return decodeBytes(bytes, isUtf8(bytes) ? "utf-8" : charset).replaceAll("\0", "");
}

/** Where the header ends and the body begins, in a whole message or part: behind the first empty line, also when it is the very first. */
export function headerLength(source: Uint8Array): number {
  for (let start = 0; start < source.length;) {
    const lf = source.indexOf(0x0a, start);
    const end = lf < 0 ? source.length : lf + 1;
    const line = source.subarray(start, end);
    if (line.length <= 2 && isEmpty(line)) return end;
    // Spaces alone are a broken fold, unless prose follows: then they were meant as the empty line.
    if (isEmpty(line) && !continuesHeader(source.subarray(end, end + 200))) return end;
    start = end;
  }
  return source.length;
}

const isEmpty = (line: Uint8Array) =>
  line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a);

function continuesHeader(rest: Uint8Array): boolean {
  return /^(?:[ \t]|\r?\n|[!-9;-~]{1,100}:)/.test(asciiOf(rest));
}

function asciiOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
