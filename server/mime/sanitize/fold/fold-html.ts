/**
 * Marks what can be folded in a mail's HTML: the quote and the signature at its end (security: T2). It works on the tree that is sanitised next,
 * and marks with a class; whoever shows the mail hides what has it. A mail's own use of these classes is taken away first.
 */
import { defaultTreeAdapter as tree, html as names, type DefaultTreeAdapterTypes } from "parse5";
import { foldPoint, type FoldOptions } from "#lib/mail/quotes/fold-point";
import { foldClass } from "./fold-class.ts";
import { htmlLines, type HtmlLine, type Spot } from "./html-lines.ts";
import { markedDepth } from "./marked-depth.ts";
import { valueOf } from "./html-marks.ts";

type Child = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** @returns whether anything can be folded */
export function foldHtml(root: Element, options: FoldOptions): boolean {
  const lines = htmlLines(root).map(markedDepth);
  const at = foldPoint(lines, options);
  const spot = lines.slice(at).find((line) => line.spot !== null)?.spot;
  if (!spot || !showsSomething(lines.slice(0, at))) return false;
  markFrom(root, startOf(root, spot));
  return true;
}

/** Takes our own classes out of what came from elsewhere; an element that was only there to carry one is dissolved. */
export function withoutOurMarks(parent: Parent, marks: readonly string[]): void {
  const children = parent.childNodes.flatMap((child) => {
    if (!tree.isElementNode(child)) return [child];
    withoutOurMarks(child, marks);
    const own = valueOf(child, "class").split(/\s+/).filter((name) => marks.includes(name)); // prettier-ignore
    if (own.length === 0) return [child];
    if ((child.tagName === "span" || child.tagName === "time") && !hasMoreThan(child, own)) return child.childNodes;
    dropClasses(child, own);
    return [child];
  });
  parent.childNodes = joined(children);
  for (const child of parent.childNodes) child.parentNode = parent;
}

function hasMoreThan(element: Element, own: readonly string[]): boolean {
  return element.attrs.some(({ name, value }) => name !== "datetime" && (name !== "class" || value !== own.join(" ")));
}

function dropClasses(element: Element, own: readonly string[]): void {
  const left = valueOf(element, "class").split(/\s+/).filter((name) => name !== "" && !own.includes(name)); // prettier-ignore
  element.attrs = element.attrs.filter(({ name }) => name !== "class" || left.length > 0);
  for (const attribute of element.attrs) if (attribute.name === "class") attribute.value = left.join(" ");
}

/** Texts side by side become one, as they would when the result is read again. */
function joined(children: Child[]): Child[] {
  const result: Child[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (last && tree.isTextNode(last) && tree.isTextNode(child)) last.value += child.value;
    else result.push(child);
  }
  return result;
}

const showsSomething = (lines: readonly HtmlLine[]) =>
  lines.some((line) => line.spot !== null && (line.text.trim() !== "" || line.hasImage));

/** The highest node that begins with this spot. */
function startOf(root: Element, { node, offset }: Spot): Child {
  let current: Child = offset > 0 && tree.isTextNode(node) ? split(node, offset) : node;
  for (let parent = current.parentNode; parent && parent !== root && tree.isElementNode(parent); parent = current.parentNode) {
    if (contentBefore(parent, current)) break;
    current = parent;
  }
  return current;
} // prettier-ignore

function split(node: DefaultTreeAdapterTypes.TextNode, offset: number): Child {
  const parent = node.parentNode;
  if (!parent) return node;
  const rest = { ...node, value: node.value.slice(offset) };
  node.value = node.value.slice(0, offset);
  parent.childNodes.splice(parent.childNodes.indexOf(node) + 1, 0, rest);
  return rest;
}

function contentBefore(parent: Parent, child: Child): boolean {
  return parent.childNodes.slice(0, parent.childNodes.indexOf(child)).some(hasContent);
}

function hasContent(node: Child): boolean {
  if (tree.isTextNode(node)) return /[^\s\u00a0\u200b-\u200f\ufeff]/u.test(node.value);
  return tree.isElementNode(node) && (node.tagName === "img" || node.childNodes.some(hasContent));
}

/** Everything from here to the end, and the empty lines above it. */
function markFrom(root: Element, start: Child): void {
  const before = start.parentNode?.childNodes ?? [];
  for (let at = before.indexOf(start) - 1; at >= 0; at -= 1) {
    const node = before[at];
    if (!node || hasContent(node)) break;
    mark(node);
  }
  let current: Child = start;
  mark(start);
  for (;;) {
    const parent = current.parentNode;
    if (!parent) return;
    for (const node of parent.childNodes.slice(parent.childNodes.indexOf(current) + 1)) mark(node);
    if (parent === root || !tree.isElementNode(parent)) return;
    current = parent;
  }
}

function mark(node: Child): void {
  if (tree.isElementNode(node)) return addClass(node);
  const parent = node.parentNode;
  if (!parent || !tree.isTextNode(node) || node.value.trim() === "") return;
  const span = tree.createElement("span", names.NS.HTML, [{ name: "class", value: foldClass }]);
  tree.insertBefore(parent, span, node);
  tree.detachNode(node);
  tree.appendChild(span, node);
}

function addClass(element: Element): void {
  const found = element.attrs.find(({ name }) => name === "class");
  if (found) found.value = `${found.value} ${foldClass}`.trim();
  else element.attrs.push({ name: "class", value: foldClass });
}
