/**
 * Where a plain-text answer ends and what it answers begins. There is no standard: mail programs write a line such as `On …, X wrote:`,
 * a block of headers, a divider, or only `>`. What cannot be told is left visible.
 */
import { attributionEnd, isDivider, isHeaderBlock, isSignatureStart } from "./quote-marks.ts";

/** Lines beyond these are not looked at: the visible part of a mail is short, a log pasted into it is not. */
const linesMax = 5000;

/** `visible` + `quoted` hold every line of the text, in order; `visible` is never empty when the text is not. */
export function splitQuote(text: string): { visible: string; quoted: string } {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const cut = cutOf(lines);
  const visible = lines.slice(0, cut).join("\n").trimEnd();
  if (visible.trim() === "") return { visible: lines.join("\n").trimEnd(), quoted: "" };
  return { visible, quoted: lines.slice(cut).join("\n").trim() };
}

function cutOf(lines: readonly string[]): number {
  for (let at = 0; at < Math.min(lines.length, linesMax); at += 1) {
    const line = lines[at] ?? "";
    if (isDivider(line) || isHeaderBlock(lines, at)) return at;
    const end = attributionEnd(lines, at);
    // The writer answers between the quotes: everything is worth reading.
    if (end !== null) {
      if (!hasAnswersBelow(lines, end)) return at;
    } else if (isQuoted(line) && isQuotedToTheEnd(lines, at)) return at;
    else if (isSignatureStart(lines, at) && !hasAnswersBelow(lines, lines.length)) return at;
  }
  return lines.length;
}

const isQuoted = (line: string) => /^\s{0,3}[>|]/.test(line);

/** Lines of the writer's own between or below quoted ones. */
function hasAnswersBelow(lines: readonly string[], from: number): boolean {
  const rest = lines.slice(from, from + linesMax);
  const firstQuoted = rest.findIndex(isQuoted);
  if (firstQuoted < 0) return false;
  const own = rest.slice(firstQuoted).findIndex((line) => line.trim() !== "" && !isQuoted(line));
  if (own < 0) return false;
  const at = from + firstQuoted + own;
  return !isSignatureStart(lines, at) && !isDivider(lines[at] ?? "") && !isWrapped(lines, at);
}

/** A quoted line that a mail program broke leaves its rest without a mark: one short line between two quoted ones. */
function isWrapped(lines: readonly string[], at: number): boolean {
  return isQuoted(lines[at - 1] ?? "") && isQuoted(lines[at + 1] ?? "") && (lines[at - 1] ?? "").length > 60;
}

function isQuotedToTheEnd(lines: readonly string[], from: number): boolean {
  return lines.slice(from, from + linesMax).every((line, index, rest) => {
    if (line.trim() === "" || isQuoted(line) || isWrapped(rest, index)) return true;
    return isSignatureStart(lines, from + index);
  });
}
