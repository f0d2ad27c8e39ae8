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
  let current: { name: string; lines: Uint8Array[] } | null = null;
  const finish = () => {
    if (current) fields.push({ name: current.name, value: valueOf(current.lines) });
    current = null;
  };
  for (const line of linesOf(block.subarray(0, headersBytesMax))) {
    if (fields.length >= fieldsMax) break;
    const isFolded = line[0] === 0x20 || line[0] === 0x09;
    if (isBlank(line)) {
      // A line of spaces only is a broken fold, not the end (RFC 5322 §4.2); an empty one before the first field means nothing.
      if (line.length > 0 || (!current && fields.length === 0)) continue;
      break;
    }
    if (isFolded) {
      current?.lines.push(line);
      continue;
    }
    finish();
    const colon = line.indexOf(0x3a);
    const name = colon > 0 ? asciiOf(line.subarray(0, colon)).trim().toLowerCase() : "";
    if (/^[!-9;-~]{1,100}$/.test(name)) current = { name, lines: [line.subarray(colon + 1)] };
  }
  finish();
  return fields;
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

function* linesOf(block: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  for (let at = 0; at < block.length; at += 1) {
    const isLf = block[at] === 0x0a;
    // A lone CR ends a line too: no header may hide behind one.
    if (!isLf && block[at] !== 0x0d) continue;
    yield block.subarray(start, at);
    if (!isLf && block[at + 1] === 0x0a) at += 1;
    start = at + 1;
  }
  if (start < block.length) yield block.subarray(start);
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x00);
}

function valueOf(lines: readonly Uint8Array[]): string {
  const text = lines.map((line) => decodeBytes(line, "").trimEnd()).join("");
  return text.replaceAll("\0", "").trim();
}

function asciiOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}
