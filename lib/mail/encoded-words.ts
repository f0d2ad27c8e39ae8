import { bytesOfBase64, decodeBytes } from "./charset.ts";

const word = /=\?([^?\s]{1,60})\?([bq])\?([^?\r\n]*)\?=/gi;

type Run = { charset: string; pieces: Uint8Array[] };

/**
 * Decodes RFC 2047 encoded words wherever they stand, also inside quotes, as broken senders write them. Neighbours of one charset are
 * decoded as one: senders cut in the middle of a character (against §5).
 */
export function decodeWords(text: string): string {
  if (!text.includes("=?")) return text;
  let result = "";
  let run: Run | null = null;
  let end = 0;
  for (const match of text.matchAll(word)) {
    const [whole, charset = "", encoding = "", content = ""] = match;
    const between = text.slice(end, match.index);
    // White space between two encoded words is no part of the text (§6.2).
    const isNeighbour = run !== null && /^\s*$/.test(between);
    const bytes = encoding.toLowerCase() === "b" ? bytesOfBase64(content) : bytesOfQ(content);
    if (run && isNeighbour && sameCharset(run.charset, charset)) {
      run.pieces.push(bytes);
    } else {
      result += flush(run) + (isNeighbour ? "" : between);
      run = { charset, pieces: [bytes] };
    }
    end = match.index + whole.length;
  }
  return result + flush(run) + text.slice(end);
}

function flush(run: Run | null): string {
  return run ? decodeBytes(concat(run.pieces), run.charset) : "";
}

function sameCharset(a: string, b: string): boolean {
  return a.replace(/\*.*$/, "").toLowerCase() === b.replace(/\*.*$/, "").toLowerCase();
}

function bytesOfQ(content: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < content.length; at += 1) {
    const pair = content[at] === "=" ? /^[0-9a-f]{2}$/i.exec(content.slice(at + 1, at + 3))?.[0] : undefined;
    if (pair) {
      bytes.push(Number.parseInt(pair, 16));
      at += 2;
    } else if (content[at] === "_") bytes.push(0x20);
    else bytes.push(...utf8.encode(String.fromCodePoint(content.codePointAt(at) ?? 0x20)));
    if ((content.codePointAt(at) ?? 0) > 0xffff) at += 1;
  }
  return Uint8Array.from(bytes);
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

const utf8 = new TextEncoder();
