import type { HtmlLine } from "./html-lines.ts";

/** A text that was put into HTML as it was still has its `>`. */
export function markedDepth(line: HtmlLine): HtmlLine {
  const marks = /^\s{0,3}(?:> ?)+/u.exec(line.text)?.[0];
  if (marks === undefined || line.depth > 0) return line;
  return { ...line, text: line.text.slice(marks.length), depth: marks.replace(/[^>]/gu, "").length };
}
