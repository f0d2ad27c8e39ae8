import { foldPoint, type FoldOptions } from "./quotes/fold-point.ts";
import type { QuoteLine } from "./quotes/quote-line.ts";

/**
 * Parts a plain-text mail in what its writer says, and what can be folded: the mail that is answered, and the signature above or below it.
 * `visible` + `quoted` hold every line of the text, in order; `visible` is never empty when the text is not.
 */
export function splitQuote(text: string, options: FoldOptions = {}): { visible: string; quoted: string } {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const cut = foldPoint(
    lines.map((line, at) => quoteLine(line, lines[at - 1] ?? "")),
    options,
  );
  return { visible: lines.slice(0, cut).join("\n").trimEnd(), quoted: lines.slice(cut).join("\n").trim() };
}

// Marks of direction, which mail programs of right-to-left languages put between the words.
const unseen = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/gu;

function quoteLine(line: string, before: string): QuoteLine {
  // An attribution that was broken inside `<jane@example.com>`: its `>` quotes nothing.
  if (/<[^<>\s]*@[^<>\s]*$|<\s*$/u.test(before) && /^\s?>[:\s]/u.test(line)) return { text: line, depth: 0 };
  const marks = /^ {0,3}(?:[>|] ?)+/u.exec(line.slice(0, 200))?.[0] ?? "";
  const isTable = marks.trim() === "|" && line.slice(marks.length).includes("|");
  const depth = isTable ? 0 : marks.replace(/[^>|]/gu, "").length;
  return {
    text: (depth > 0 ? line.slice(marks.length) : line)
      .slice(0, 3000)
      .replace(unseen, "")
      .replace(/\u00a0/gu, " "),
    depth,
  };
}
