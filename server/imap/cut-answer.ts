import type { RawAnswer } from "./imapflow-internals.ts";

const lineFeed = 10;
const carriageReturn = 13;
const closingBrace = 125;

/**
 * The answer that begins at `from`: its text without the end of its last line, in which `{n}` stands for the next of its literals
 * (RFC 9051 §4.3), as imapflow cuts it.
 * @returns null when not all of it is there
 */
export function cutAnswer(bytes: Buffer, from: number): { answer: RawAnswer; end: number } | null {
  const lines: Buffer[] = [];
  const literals: Buffer[] = [];
  for (let start = from; ;) {
    const end = bytes.indexOf(lineFeed, start) + 1;
    if (end === 0) return null;
    const size = literalSize(bytes, start, end);
    if (size === null) {
      lines.push(bytes.subarray(start, end));
      const text = lines.length === 1 ? bytes.subarray(start, end) : Buffer.concat(lines);
      return { answer: { payload: withoutLineEnd(text), literals }, end };
    }
    if (end + size > bytes.length) return null;
    lines.push(bytes.subarray(start, end));
    literals.push(bytes.subarray(end, end + size));
    start = end + size;
  }
}

function literalSize(bytes: Buffer, start: number, end: number): number | null {
  const brace = bytes[end - 2] === carriageReturn ? end - 3 : end - 2;
  if (brace < start || bytes[brace] !== closingBrace) return null;
  const digits = /\{(\d+)\}$/.exec(bytes.toString("latin1", start, brace + 1))?.[1];
  return digits === undefined ? null : Number(digits);
}

function withoutLineEnd(line: Buffer): Buffer {
  const end = line.length - 1;
  return line.subarray(0, line[end - 1] === carriageReturn ? end - 1 : end);
}
