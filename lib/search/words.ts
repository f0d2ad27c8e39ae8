/**
 * Text as the search index knows it: words without case and diacritics. Index, query and highlighting all read text by this one file, so
 * that what is found is what is marked. Raise `wordsVersion` with every change to what comes out: the whole store is then indexed anew.
 */

export const wordsVersion = 1;

/** A word and where it stands in the text it was taken from. */
export type Word = { text: string; start: number; end: number };

/** Longer ones are keys and encoded data that nobody types. */
const wordMax = 64;

/** Scripts that are written without spaces between words. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆ｰﾞﾟ`;
const runs = new RegExp(`[${unspaced}][${unspaced}\\p{M}]*|[\\p{L}\\p{N}\\p{M}]+`, "gu");
const startsUnspaced = new RegExp(`^[${unspaced}]`, "u");
const hasUnspaced = new RegExp(`[${unspaced}]`, "u");
const inSpaced = new RegExp(`[${unspaced}][${unspaced}\\p{M}]*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, "gu");

/** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs and the stroke that only stretches a word. */
const marks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/gu;
const letters: Record<string, string> = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ς: "σ", أ: "ا", إ: "ا", آ: "ا", ى: "ي", ة: "ه",
}; // prettier-ignore
const special = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");
const notInWords = /[^\p{L}\p{N}\p{M}]/gu;

let segmenter: Intl.Segmenter | null = null;

/** The words of a text in order; what stands between them is nothing. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: run, index } of text.matchAll(runs)) {
    if (isAscii(run) || !hasUnspaced.test(run)) push(words, run, index);
    else for (const part of run.matchAll(inSpaced)) pushRun(words, part[0], index + part.index);
  }
  return words;
}

/** The words alone, separated by spaces: what the index is given. */
export function indexText(text: string): string {
  if (isAscii(text)) return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(cut).join(" ");
  return wordsOf(text)
    .map((word) => word.text)
    .join(" ");
}

/** Without case, diacritics and differences of width; made of letters and digits only. */
function foldWord(word: string): string {
  if (isAscii(word)) return cut(word.toLowerCase());
  const bare = word.normalize("NFKD").replace(marks, "").normalize("NFC").toLowerCase().replace(marks, "");
  return cut(bare.replace(special, (letter) => letters[letter] ?? letter).replace(notInWords, ""));
}

/** One letter begins too many words to be of use. */
export function mayBeBeginning(word: string): boolean {
  return Array.from(word).length > 1;
}

/** Whether its words follow each other without spaces, so that the end of what is typed says little about the end of a word. */
export function isUnspaced(word: string): boolean {
  return hasUnspaced.test(word);
}

function pushRun(words: Word[], run: string, start: number): void {
  if (!startsUnspaced.test(run)) return push(words, run, start);
  segmenter ??= new Intl.Segmenter("und", { granularity: "word" });
  for (const { segment, index } of segmenter.segment(run)) push(words, segment, start + index);
}

function push(words: Word[], raw: string, start: number): void {
  const text = foldWord(raw);
  if (text !== "") words.push({ text, start, end: start + raw.length });
}

/** Never through the middle of a character. */
function cut(word: string): string {
  if (word.length <= wordMax) return word;
  const isSplit = /[\ud800-\udbff]$/.test(word.slice(0, wordMax));
  return word.slice(0, isSplit ? wordMax - 1 : wordMax);
}

function isAscii(text: string): boolean {
  return !/\P{ASCII}/u.test(text);
}
