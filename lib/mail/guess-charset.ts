/**
 * Text of unknown charset. UTF-8 proves itself; of the old multi-byte charsets the one whose reading looks like a language is taken, of
 * the Cyrillic ones that in which small letters outnumber capitals; else it is windows-1252, where every byte means something.
 */
export function guessDecode(bytes: Uint8Array): string {
  const utf8 = decode(bytes, "utf-8");
  if (utf8 !== null) return utf8;
  const lenient = new TextDecoder("utf-8").decode(bytes);
  const broken = count(lenient, /\ufffd/g);
  // One broken character in a long UTF-8 text is a broken character; many are another charset.
  if (broken <= count(lenient, /[^\0-\x7f\ufffd]/g) / 8) return lenient;
  return guessMultiByte(bytes) ?? guessCyrillic(bytes) ?? new TextDecoder("windows-1252").decode(bytes);
}

type Candidate = { charset: string; isLikely: (text: string, foreign: number, bytes: Uint8Array) => boolean };

const kana = /[\u3041-\u3096\u30a1-\u30fc]/g;
const hangul = /[\uac00-\ud7a3]/g;
const ideographs = /[\u4e00-\u9fff]/g;

/** In this order: what a later charset would also accept is caught by an earlier, narrower one. */
const candidates: Candidate[] = [
  {
    charset: "shift_jis",
    isLikely: (text, foreign) => count(text, kana) > foreign / 5 && count(text, /[\uff61-\uff9f]/g) < foreign / 10,
  },
  { charset: "euc-jp", isLikely: (text, foreign) => count(text, kana) > foreign / 5 },
  { charset: "euc-kr", isLikely: (text, foreign) => count(text, hangul) > foreign * 0.8 },
  {
    charset: "gb18030",
    isLikely: (text, foreign, bytes) => count(text, ideographs) > foreign * 0.6 && isCommon(bytes, [0xb0, 0xd7], 0xa1),
  },
  {
    charset: "big5",
    isLikely: (text, foreign, bytes) => count(text, ideographs) > foreign * 0.6 && isCommon(bytes, [0xa4, 0xc6], 0x40),
  },
  {
    charset: "shift_jis",
    isLikely: (text, foreign, bytes) => count(text, ideographs) > foreign * 0.6 && isCommon(bytes, [0x88, 0x9f], 0x40),
  },
];

/** Two foreign characters are a chance, not a language; and so are a few among many plain letters (accents). */
const foreignMin = 3;
const isDense = (text: string, foreign: number) => foreign >= foreignMin && foreign >= count(text, /[a-z]/gi) / 4;

function guessMultiByte(bytes: Uint8Array): string | null {
  for (const { charset, isLikely } of candidates) {
    const text = decode(bytes, charset);
    const foreign = text === null ? 0 : count(text, /[^\0-\x7f]/g);
    if (text !== null && isDense(text, foreign) && isLikely(text, foreign, bytes)) return text;
  }
  return null;
}

/**
 * Each of these charsets keeps what people write every day in its first level, a known range of lead bytes, and punctuation around A1;
 * text of another charset falls outside.
 */
function isCommon(bytes: Uint8Array, [from, to]: [number, number], trailMin: number): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = bytes.subarray(at, at + 2);
    if (lead < 0x81) continue;
    pairs += 1;
    at += 1;
    const isPunctuation = lead === 0x81 || (lead >= 0xa1 && lead <= 0xa3);
    if (trail >= trailMin && (isPunctuation || (lead >= from && lead <= to))) common += 1;
  }
  return common > pairs * 0.8;
}

function guessCyrillic(bytes: Uint8Array): string | null {
  const high = bytes.filter((byte) => byte >= 0x80);
  const letters = bytes.filter((byte) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)).length;
  // Accents are a few among plain letters; an alphabet of its own is nearly all of them.
  const capitals = high.filter((byte) => byte >= 0xc0 && byte <= 0xdf).length;
  const small = high.filter((byte) => byte >= 0xe0).length;
  if (high.length < foreignMin || capitals + small < high.length * 0.8 || capitals + small < letters) return null;
  return new TextDecoder(small >= capitals ? "windows-1251" : "koi8-r").decode(bytes);
}

function decode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    // These bytes are not of that charset.
    return null;
  }
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
