import { findWords, piecesOf, type Span, type TextPiece } from "./mark-words.ts";
import type { TextLeaf } from "./query-tree.ts";

const lengthMax = 180;
const leadMax = 40;
/** Further down nobody reads a snippet; what is found there only is found all the same. */
const textMax = 40_000;

/** The stretch of a text with the most of what was looked for, on one line; null when nothing of it stands there. */
export function snippetOf(text: string, wanted: readonly TextLeaf[]): TextPiece[] | null {
  const line = text.slice(0, textMax).replace(/\s+/g, " ").trim();
  const spans = findWords(line, wanted);
  const [first] = spans;
  if (!first) return null;
  const best = densest(spans) ?? first;
  const start = lineStart(line, best.start);
  const end = Math.min(line.length, start + lengthMax);
  const inside = spans
    .filter((span) => span.start >= start && span.end <= end)
    .map((span) => ({ start: span.start - start, end: span.end - start }));
  const pieces = piecesOf(line.slice(start, end), inside);
  if (start > 0) pieces.unshift({ text: "… ", isFound: false });
  if (end < line.length) pieces.push({ text: " …", isFound: false });
  return pieces;
}

/** The first of those that have the most others close behind. */
function densest(spans: readonly Span[]): Span | null {
  let best: Span | null = null;
  let most = 0;
  spans.forEach((span, index) => {
    const limit = span.start + lengthMax - leadMax;
    let count = 0;
    while ((spans[index + count]?.end ?? Infinity) <= limit) count += 1;
    if (count > most) [best, most] = [span, count];
  });
  return best;
}

/** A few words before it, beginning with a whole one where there are spaces. */
function lineStart(line: string, at: number): number {
  if (at <= leadMax) return 0;
  const from = at - leadMax;
  const space = line.slice(from, at).indexOf(" ");
  if (space >= 0) return from + space + 1;
  return /[\udc00-\udfff]/.test(line.charAt(from)) ? from + 1 : from;
}
