/**
 * The line that introduces a quote: `On Mon, 2 Feb 2026 at 10:00, Jane Doe <jane@example.com> wrote:`. It is known by what it says (a time, an
 * address, a verb of writing) and by how it begins, for a sentence of the writer's own may say the same.
 */
import { isBlank, type QuoteLine } from "./quote-line.ts";
import { alternatives, literal, openers, wrote } from "./words.ts";

/** Mail programs break it at 72 characters. */
const linesMax = 5;
const charactersMax = 450;

const verbs = alternatives(literal(wrote));
const verb = new RegExp(
  `(?:^|[^\\p{L}\\p{M}])(?:${verbs})(?:$|[^\\p{L}\\p{M}])|写道|寫道|のメール|書きました|작성|쓴 글|लिखा|লিখেছেন`,
  "iu",
);
const verbAtEnd = new RegExp(`(?:${verbs})\\)?\\s*[:：]?\\s*$`, "iu");
const opener = new RegExp(`^(?:${alternatives(literal(openers))})(?![\\p{L}\\p{M}])|^[在於于]`, "iu");
const ending = /[:：]\s*$/u;
const address = /[^\s@<>"()[\]:;,]+@[^\s@<>"()[\]:;,]+/u;
const clock = /\p{Nd}{1,2}[:.h時时點点]\p{Nd}{2}/u;
const date =
  /\p{Nd}{4}|\p{Nd}{1,2}[./\u200f-]+\s?\p{Nd}{1,2}[./\u200f-]+\s?\p{Nd}{2}|\p{Nd}{1,2}[:.h時时]\p{Nd}{2}|\p{Nd}{1,2}\.? \p{L}{3,}|\p{L}{3,}\.? \p{Nd}{1,2}(?!\p{Nd})/u;

/**
 * Where the attribution whose last line is at `end` starts, or null when none ends here.
 * @param isQuoteNext what follows is marked as quoted
 */
export function attributionStart(lines: readonly QuoteLine[], end: number, isQuoteNext: boolean): number | null {
  const last = lines[end]?.text.trim() ?? "";
  if (!ending.test(last) && !verbAtEnd.test(last)) return null;
  let joined = "";
  for (let start = end; start >= Math.max(0, end - linesMax + 1); start -= 1) {
    const line = lines[start];
    if (!line || line.depth > 0 || isBlank(line) || (start < end && endsSentence(line.text))) return null;
    joined = `${line.text.trim()} ${joined}`.trim();
    if (joined.length > charactersMax) return null;
    if (isAttribution(joined, isQuoteNext) && !goesOnAbove(lines, start)) return start;
  }
  return null;
}

function isAttribution(text: string, isQuoteNext: boolean): boolean {
  const hasAddress = address.test(text);
  const hasDate = date.test(text);
  const hasVerb = verb.test(text);
  // Zoho and some web mailers leave the colon out.
  if (!ending.test(text)) return hasAddress && clock.test(text) && verbAtEnd.test(text) && beginsWell(text);
  if (!beginsWell(text)) return false;
  if (hasAddress && hasDate) return hasVerb || /@[^\s@]+["'>)\]]*\s*[:：]\s*$/u.test(text) || isQuoteNext;
  if (!isQuoteNext || !hasVerb) return false;
  return hasDate || (hasAddress && text.length < 150) || isNameAndVerb(text);
}

/** `Jane Doe wrote:`. */
function isNameAndVerb(text: string): boolean {
  const name = text.replace(verbAtEnd, "").trim();
  return name !== text && name.split(/\s+/).length >= 2 && isName(name);
}

/** With a number, with a word such as `On`, or with a name: not with a sentence. */
function beginsWell(text: string): boolean {
  const bare = text.replace(/^["'“”«»„(<[*_\s]+/u, "");
  if (/^\p{Nd}/u.test(bare) || address.exec(bare)?.index === 0) return true;
  // `Mon, 2`, `lun., 2`, `пн, 2`
  if (opener.test(bare) || /^\p{L}[\p{L}\p{M}]{0,4}[.,]{0,2} \p{Nd}/u.test(bare)) return true;
  const stop = /[<([|\p{Nd}]|,|[:：]/u.exec(bare)?.index ?? bare.length;
  const mail = address.exec(bare)?.index ?? bare.length;
  const said = verb.exec(bare)?.index ?? bare.length;
  return isName(bare.slice(0, Math.min(stop, mail, said + 1)));
}

const particles =
  /^(?:de|da|del|della|di|du|des|la|le|van|von|zu|der|den|ter|ten|bin|bint|ibn|al|el|e|y|und|and|i|via|at|from|for|\||[-–—&/])$/iu;

/** Words that begin with capitals, or are written in letters that have none. */
function isName(text: string): boolean {
  const words = text
    .replace(/["'“”«»„()[\]*,]/gu, " ")
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  if (words.length === 0 || words.length > 7 || text.length > 80) return false;
  return words.every((word) => particles.test(word) || !/^\p{Ll}/u.test(word));
}

function endsSentence(text: string): boolean {
  const line = text.trim();
  return /[.!?。！？:：…]["'”»)]*$/u.test(line) && !endsInAbbreviation(line);
}

/** `15 nov.`: the line goes on. */
const endsInAbbreviation = (line: string) => /\p{Nd}[^.]*\s\p{L}{1,5}\.$/u.test(line) || /\p{Nd}\.$/u.test(line);

/** Whether the attribution began on the line before: with `On Monday, February 2,` or with the name whose address starts this line. */
function goesOnAbove(lines: readonly QuoteLine[], start: number): boolean {
  const above = lines[start - 1];
  if (!above || above.depth > 0 || isBlank(above) || endsSentence(above.text)) return false;
  const text = above.text.trim();
  const isFirst = start < 2 || isBlank(lines[start - 2]);
  if (/^[\s"'(]*[<(]?[^\s<>]+@/u.test(lines[start]?.text ?? ""))
    return text.length <= 90 && (isName(text) || startsDated(text));
  if (startsDated(text)) return true;
  return isFirst && /[<,(]$/u.test(text) && isName(text.replace(/[<,(]$/u, ""));
}

const startsDated = (text: string) =>
  text.length <= 120 &&
  (/^\p{L}[\p{L}\p{M}]{0,5}[.,]{0,2} \p{Nd}/u.test(text) || (opener.test(text) && /^\P{Nd}{0,40}\p{Nd}/u.test(text)));
