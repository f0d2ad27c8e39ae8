import { guessDecode } from "./guess-charset.ts";

/** Names that mail uses and the WHATWG Encoding Standard lacks, letters and digits only. */
const aliases: Record<string, string> = {
  ansi: "windows-1252",
  cp1252: "windows-1252",
  cp437: "windows-1252",
  cp850: "windows-1252",
  cp932: "shift_jis",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
  cp51932: "euc-jp",
  cp50220: "iso-2022-jp",
  cp50221: "iso-2022-jp",
  cp50222: "iso-2022-jp",
  cp65001: "utf-8",
  eucgb2312cn: "gbk",
  eucjp: "euc-jp",
  euckr: "euc-kr",
  gb2312hz: "gbk",
  gbk2312: "gbk",
  big5hkscs: "big5",
  iso2022jp1: "iso-2022-jp",
  iso2022jp2: "iso-2022-jp",
  iso2022jpms: "iso-2022-jp",
  iso2022jp: "iso-2022-jp",
  iso88591: "windows-1252",
  iso885911: "windows-874",
  iso88598e: "iso-8859-8",
  iso88598i: "iso-8859-8-i",
  latin1: "windows-1252",
  mskanji: "shift_jis",
  shiftjis: "shift_jis",
  shiftjisms: "shift_jis",
  tis620: "windows-874",
  uhc: "euc-kr",
  utf8mb4: "utf-8",
  windows31j: "shift_jis",
};

const unknown = new Set([
  "",
  "us-ascii",
  "ascii",
  "unknown",
  "unknown-8bit",
  "x-unknown",
  "default",
  "8bit",
  "7bit",
  "binary",
]);

/**
 * Bytes as text. A charset that is missing, unknown or plainly wrong for these bytes is guessed.
 */
export function decodeBytes(bytes: Uint8Array, charset: string): string {
  const name = charset
    .trim()
    .toLowerCase()
    .replace(/^['"]|['"]$/g, "")
    .replace(/\*.*$/, "");
  if (isUtf7(name)) return decodeUtf7(latin1(bytes));
  const named = unknown.has(name) ? null : decoderOf(name);
  const isUnicode = !named || named.encoding === "utf-8";
  if (isUnicode && isSwitched(bytes)) return new TextDecoder("iso-2022-jp").decode(bytes);
  return isUnicode ? guessDecode(bytes) : named.decode(bytes);
}

const decoders = new Map<string, TextDecoder>();

function decoderOf(name: string): TextDecoder | null {
  const bare = name.replace(/^(x-|cs)/, "").replace(/[^a-z0-9]/g, "");
  const codePage = /^(?:cp|windows|ms|ibm)(\d+)$/.exec(bare)?.[1];
  const candidates = [
    name,
    codePage && aliases[`cp${codePage}`],
    aliases[bare],
    name.replace(/^x-/, ""),
    isoName(bare),
  ];
  for (const candidate of candidates) {
    if (!candidate) continue;
    try {
      const decoder = decoders.get(candidate) ?? new TextDecoder(candidate);
      if (decoders.size < 200) decoders.set(candidate, decoder);
      return decoder;
    } catch {
      // Not a name that the platform knows: the next spelling may be.
    }
  }
  return null;
}

function isoName(bare: string): string | undefined {
  const part = /^iso8859(\d{1,2})$/.exec(bare)?.[1];
  return part && `iso-8859-${part}`;
}

/** Japanese mail of old announces no charset and switches to it by escape (RFC 1468). */
function isSwitched(bytes: Uint8Array): boolean {
  const escape = bytes.indexOf(0x1b);
  const next = escape < 0 ? 0 : bytes[escape + 1];
  return (next === 0x24 || next === 0x28) && !bytes.some((byte) => byte > 0x7f);
}

const isUtf7 = (name: string) => /^(unicode-1-1-)?utf-?7$/.test(name);

/** RFC 2152; platforms dropped it, old mail did not. */
function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, encoded: string) => {
    if (encoded === "") return "+";
    const bytes = bytesOfBase64(encoded);
    return new TextDecoder("utf-16be").decode(bytes.subarray(0, bytes.length & ~1));
  });
}

/** Tolerant: characters outside the alphabet are skipped, padding may be missing or in the middle (RFC 2045 §6.8). */
export function bytesOfBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x3d) {
      // Padding ends a run; another run may follow where parts were pasted together.
      bits = 0;
      held = 0;
      continue;
    }
    const value = sixBitsOf(code);
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = (held >> bits) & 0xff;
      length += 1;
    }
  }
  return bytes.subarray(0, length);
}

function sixBitsOf(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61 + 26;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 52;
  if (code === 0x2b || code === 0x2d) return 62;
  if (code === 0x2f || code === 0x5f) return 63;
  return -1;
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
