import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from "parse5";
import type { QuoteLine, QuoteMark } from "#lib/mail/quotes/quote-line";
import { isHidden, isOwnPicture, isQuote, isRed, markOf } from "./html-marks.ts";

type Element = DefaultTreeAdapterTypes.Element;
type TextNode = DefaultTreeAdapterTypes.TextNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Where the first thing that a line shows stands; `offset` is into a text. */
export type Spot = { node: Element | TextNode; offset: number };
export type HtmlLine = QuoteLine & { spot: Spot | null };

const blocks = new Set(
  "address article aside blockquote center dd details dir div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul caption".split(
    " ",
  ),
);
/** These have space around them, as an empty line has in a text. */
const spaced = new Set(["p", "blockquote", "h1", "h2", "h3", "ul", "ol", "table"]);
const unseen = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]|\u034f/gu;

type Around = { depth: number; isPre: boolean; isRed: boolean; isSignature: boolean };

/** What a mail's HTML shows, as lines. Recursive: for trees whose depth was measured. */
export function htmlLines(root: Parent): HtmlLine[] {
  const writer = new LineWriter();
  walk(root, { depth: 0, isPre: false, isRed: false, isSignature: false }, writer);
  writer.end();
  return writer.lines;
}

function walk(parent: Parent, around: Around, writer: LineWriter): void {
  for (const child of parent.childNodes) {
    if (tree.isTextNode(child)) writer.write(child, around);
    else if (tree.isElementNode(child)) enter(child, around, writer);
  }
}

function enter(element: Element, around: Around, writer: LineWriter): void {
  const name = element.tagName;
  if (name === "br") return writer.breakLine(around);
  if (name === "style" || isHidden(element)) return;
  if (name === "img") return writer.picture(element, around);
  const isBlock = blocks.has(name);
  if (isBlock) writer.end();
  if (name === "hr") return writer.rule(element, around);
  if (spaced.has(name)) writer.space(around);
  const mark = markOf(element);
  if (mark) writer.begin(mark);
  walk(element, aroundIn(element, around, mark), writer);
  if (mark) writer.begun(mark);
  if (isBlock) writer.end();
  if (spaced.has(name)) writer.space(around);
  // Cells of a row stand side by side.
  if (name === "td" || name === "th") writer.gap();
}

function aroundIn(element: Element, around: Around, mark: QuoteMark | null): Around {
  return {
    depth: around.depth + (isQuote(element) ? 1 : 0),
    isPre: around.isPre || element.tagName === "pre",
    isRed: around.isRed || isRed(element),
    isSignature: around.isSignature || mark === "signature",
  };
}

class LineWriter {
  readonly lines: HtmlLine[] = [];
  private line: HtmlLine | null = null;
  private mark: QuoteMark | null = null;

  write(node: TextNode, around: Around): void {
    if (!around.isPre) return this.put({ node, offset: 0 }, node.value.replace(/[ \t\n\f\r]+/g, " "), around);
    let offset = 0;
    for (const [index, piece] of node.value.split("\n").entries()) {
      if (index > 0) this.breakLine(around);
      this.put({ node, offset }, piece, around);
      offset += piece.length + 1;
    }
  }

  picture(node: Element, around: Around): void {
    const line = this.open(around);
    line.spot ??= { node, offset: 0 };
    if (isOwnPicture(node)) line.hasImage = true;
  }

  rule(node: Element, around: Around): void {
    this.lines.push({ text: "__________", depth: around.depth, spot: { node, offset: 0 } });
  }

  gap(): void {
    if (this.line) this.line.text += " ";
  }

  /** Ends the line at hand, and makes an empty one when there is none. */
  breakLine(around: Around): void {
    if (this.line) this.end();
    else this.lines.push({ text: "", depth: around.depth, spot: null });
  }

  space(around: Around): void {
    if (this.lines.at(-1)?.text.trim() !== "") this.lines.push({ text: "", depth: around.depth, spot: null });
  }

  end(): void {
    if (this.line) this.lines.push(this.line);
    this.line = null;
  }

  /** The next line that shows something is the first of an element of this kind. */
  begin(mark: QuoteMark): void {
    if (this.line && this.line.spot !== null && this.line.text.trim() !== "") this.end();
    this.mark ??= mark;
  }

  /** An element that showed nothing begins nothing, but Outlook's empty mark for what comes after it. */
  begun(mark: QuoteMark): void {
    if (this.mark === mark && mark !== "quote") this.mark = null;
  }

  private put(spot: Spot, text: string, around: Around): void {
    const seen = text.replace(unseen, "");
    if (seen.trim() === "" && (!this.line || seen === "")) {
      if (around.isPre && seen !== "" && this.line) this.line.text += seen;
      return;
    }
    const line = this.open(around);
    line.text += seen.replace(/\u00a0/g, " ");
    if (seen.trim() === "") return;
    line.spot ??= spot;
    if (around.isRed) line.isRed = true;
    if (this.mark) line.begins = this.mark;
    this.mark = null;
  }

  private open({ depth, isSignature }: Around): HtmlLine {
    if (this.line && this.line.depth !== depth) this.end();
    this.line ??= { text: "", depth, spot: null, ...(isSignature && { isSignature }) };
    return this.line;
  }
}
