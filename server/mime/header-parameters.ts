import { decodeBytes } from "#lib/mail/charset";

export type ValueWithParameters = { value: string; parameters: Record<string, string> };

/** `text/plain; charset=utf-8; name*0*=utf-8''a%20; name*1=b`: value in lower case, parameters joined and decoded (RFC 2045 §5.1, RFC 2231). */
export function headerParameters(header: string): ValueWithParameters {
  const [value = "", ...rest] = segmentsOf(header.slice(0, 20_000));
  const pieces = new Map<string, { index: number; text: string; isEncoded: boolean }[]>();
  for (const segment of rest) {
    const match = /^\s*([^\s=*]{1,60})(?:\*(\d{1,3}))?(\*)?\s*=\s*([\s\S]*)$/.exec(segment);
    if (!match) continue;
    const [, name = "", index, star, text = ""] = match;
    const list = pieces.get(name.toLowerCase()) ?? [];
    // The first of two that say the same counts.
    if (list.some((piece) => piece.index === Number(index ?? 0))) continue;
    list.push({ index: Number(index ?? 0), text: unquote(text.trim()), isEncoded: star !== undefined });
    pieces.set(name.toLowerCase(), list);
  }
  const joined = [...pieces].map(([name, list]) => [name, join(list)] as const);
  return { value: value.trim().toLowerCase().replace(/\s+/g, ""), parameters: Object.fromEntries(joined) };
}

/** Splits at semicolons outside quotes. */
function segmentsOf(header: string): string[] {
  const segments = [""];
  let inQuotes = false;
  for (let at = 0; at < header.length; at += 1) {
    const char = header.charAt(at);
    if (char === "\\" && inQuotes) {
      segments[segments.length - 1] += char + header.charAt((at += 1));
      continue;
    }
    if (char === '"') inQuotes = !inQuotes;
    if (char === ";" && !inQuotes) segments.push("");
    else segments[segments.length - 1] += char;
  }
  return segments;
}

function unquote(text: string): string {
  const quoted = /^"((?:[^"\\]|\\[\s\S])*)"?/.exec(text)?.[1];
  return quoted === undefined ? text.replace(/\s*\([^()]*\)\s*$/, "") : quoted.replace(/\\([\s\S])/g, "$1");
}

function join(list: { index: number; text: string; isEncoded: boolean }[]): string {
  const sorted = list.toSorted((a, b) => a.index - b.index);
  const first = sorted[0];
  if (!first?.isEncoded)
    return sorted.map((piece) => (piece.isEncoded ? decodeBytes(unescape(piece.text), "") : piece.text)).join("");
  const [, charset = "", start = first.text] = /^([^']*)'[^']*'([\s\S]*)$/.exec(first.text) ?? [];
  const rest = sorted
    .slice(1)
    .map((piece) => (piece.isEncoded ? unescape(piece.text) : new TextEncoder().encode(piece.text)));
  return decodeBytes(Buffer.concat([unescape(start), ...rest]), charset);
}

function unescape(text: string): Uint8Array {
  return Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}
