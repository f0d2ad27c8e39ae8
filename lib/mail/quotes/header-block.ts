import { isRule } from "./dividers.ts";
import { isBlank, type QuoteLine } from "./quote-line.ts";
import { alternatives, fields, literal } from "./words.ts";

type Field = keyof typeof fields;

const names: readonly Field[] = ["from", "date", "subject", "to"];
const patterns = names.map((name) => ({
  name,
  pattern: new RegExp(`^\\s*\\*{0,2}_?(?:${alternatives(literal(fields[name]))})\\s*_?\\*{0,2}\\s*[:：]`, "iu"),
}));
const linesMax = 16;
/** A list of recipients may go on for so many lines. */
const othersMax = 4;

/**
 * Where the block of headers ends (one past its last line) that Outlook and many others put above what is answered or handed on, or null when
 * none starts here: sender, time and subject. A form that was filled in has no time.
 */
export function headerBlockEnd(lines: readonly QuoteLine[], at: number): number | null {
  const first = isRule(lines[at]?.text ?? "") ? nextWritten(lines, at + 1) : at;
  const kind = kindOf(lines[first]);
  if (kind === null || kind === "to") return null;
  const found = new Map<Field, string>();
  let end = first;
  let others = 0;
  for (let index = first; index < Math.min(lines.length, first + linesMax) && others <= othersMax; index += 1) {
    const line = lines[index];
    const name = kindOf(line);
    if (!line || line.depth > 0) break;
    if (name === null) others += isContinuation(line) ? 0 : 1;
    else {
      // The next mail's own block.
      if (name === "from" && found.has("from")) break;
      if (!found.has(name)) found.set(name, `${line.text} ${lines[index + 1]?.text ?? ""}`);
      others = 0;
      end = index + 1;
    }
  }
  return isComplete(found) ? end : null;
}

function isComplete(found: ReadonlyMap<Field, string>): boolean {
  const date = found.get("date");
  if (!found.has("from") || !found.has("subject") || date === undefined) return false;
  return found.has("to") || (date.match(/\p{Nd}+/gu) ?? []).length >= 3;
}

/** Addresses of a long list. */
const isContinuation = (line: QuoteLine) => isBlank(line) || /@|;\s*$/u.test(line.text);

function kindOf(line: QuoteLine | undefined): Field | null {
  if (!line || line.depth > 0 || line.text.length > 2000) return null;
  const head = line.text.slice(0, 60);
  return patterns.find(({ pattern }) => pattern.test(head))?.name ?? null;
}

function nextWritten(lines: readonly QuoteLine[], from: number): number {
  const found = lines.slice(from, from + 3).findIndex((line) => !isBlank(line));
  return found < 0 ? from : from + found;
}
