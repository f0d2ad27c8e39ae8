/**
 * Where a mail's own words end, and what it answers or is signed with begins. There is no standard: mail programs write a line such as
 * `On …, X wrote:`, a block of headers, a divider, or only `>`. What cannot be told is left visible.
 */
import { attributionStart } from "./attribution.ts";
import { isDivider, isForwardDivider } from "./dividers.ts";
import { headerBlockEnd } from "./header-block.ts";
import { isBlank, isOwn, type QuoteLine } from "./quote-line.ts";
import { isSignatureStart, signatureMax } from "./signature.ts";
import { answersBelow } from "./answers-below.ts";

export type FoldOptions = {
  /** The subject says so: a block of headers then begins what is handed on. */
  isForward?: boolean;
  /** For the first words of a mail: what is handed on is no word of the writer's. */
  hidesForwards?: boolean;
};

/** Lines beyond these are not looked at: the visible part of a mail is short, a log pasted into it is not. */
const linesMax = 5000;

type Found = { kind: "quote" | "forward"; start: number; contentAt: number } | null;

/** The line that what can be folded begins with; `lines.length` when nothing can. What is left above is never empty. */
export function foldPoint(lines: readonly QuoteLine[], options: FoldOptions = {}): number {
  const point = firstFold(lines.slice(0, linesMax), options);
  return point === null || lines.slice(0, point).every(isBlank) ? lines.length : point;
}

function firstFold(lines: readonly QuoteLine[], options: FoldOptions): number | null {
  for (let at = 0; at < lines.length; at += 1) {
    const found = beginningAt(lines, at, options);
    if (found?.kind === "forward") return options.hidesForwards ? at : null;
    if (found && isQuotedToTheEnd(lines, found)) return found.start;
    if (isSignatureStart(lines, at) && endsTheMail(lines, at, options)) return at;
  }
  return null;
}

/** What begins on this line, or ends its introduction on it. */
function beginningAt(lines: readonly QuoteLine[], at: number, { isForward = false }: FoldOptions): Found {
  const line = lines[at];
  if (!line) return null;
  if (line.depth > 0) {
    const isFirst = (lines[at - 1]?.depth ?? 0) === 0;
    return isFirst ? { kind: "quote", start: at, contentAt: at } : null;
  }
  if (line.begins === "forward" || isForwardDivider(line.text)) return { kind: "forward", start: at, contentAt: at };
  const blockEnd = headerBlockEnd(lines, at);
  if (blockEnd !== null) return { kind: isForward ? "forward" : "quote", start: at, contentAt: blockEnd };
  if (isDivider(line.text))
    return { kind: isForward ? "forward" : "quote", start: at, contentAt: afterDivider(lines, at) };
  const start = attributionStart(lines, at, (lines[nextWritten(lines, at + 1)]?.depth ?? 0) > 0);
  if (start !== null) return { kind: "quote", start, contentAt: at + 1 };
  if (line.begins !== "quote") return null;
  return { kind: isForward ? "forward" : "quote", start: at, contentAt: markedContent(lines, at) };
}

/** The block of headers below a divider is no answer. */
function afterDivider(lines: readonly QuoteLine[], at: number): number {
  const next = nextWritten(lines, at + 1);
  return headerBlockEnd(lines, next) ?? at + 1;
}

/** An introduction in words we do not know, of a few lines, stands above the quote in its element. */
function markedContent(lines: readonly QuoteLine[], at: number): number {
  const quoted = lines.slice(at, at + 6).findIndex((line) => line.depth > 0);
  return quoted < 0 ? at : at + quoted;
}

function isQuotedToTheEnd(lines: readonly QuoteLine[], { start, contentAt }: NonNullable<Found>): boolean {
  return !answersBelow(lines, start, contentAt);
}

/** Nothing but the signature is below, and then perhaps a quote that ends the mail. */
function endsTheMail(lines: readonly QuoteLine[], at: number, options: FoldOptions): boolean {
  let own = 0;
  for (let next = at + 1; next < lines.length; next += 1) {
    const line = lines[next];
    if (!line) break;
    const found = beginningAt(lines, next, options);
    if (found) return found.kind === "quote" && isQuotedToTheEnd(lines, found);
    if (isOwn(line) && !line.isSignature) own += 1;
    if (own > signatureMax(lines, at)) return false;
  }
  return true;
}

function nextWritten(lines: readonly QuoteLine[], from: number): number {
  for (let at = from; at < lines.length; at += 1) if (!isBlank(lines[at])) return at;
  return lines.length;
}
