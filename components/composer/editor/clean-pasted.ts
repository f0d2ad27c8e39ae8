/**
 * What another program put on the clipboard, with only what a mail is made of: words, emphasis, lists, quotes, links. Runs on a document
 * without a window, so nothing in it loads or runs while it is cleaned.
 */
import { gatherWordLists } from "./gather-word-lists.ts";
import { splitParagraphs } from "./split-paragraphs.ts";

const removed =
  "style,script,meta,link,title,template,noscript,iframe,object,embed,svg,math,video,audio,canvas,input,select,textarea,button,form > hr";
const ignored = /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/i;
const emphasis = [
  { tag: "strong", style: /font-weight\s*:\s*(?:bold|[6-9]00)/i },
  { tag: "em", style: /font-style\s*:\s*(?:italic|oblique)/i },
  { tag: "u", style: /text-decoration[^;]*:[^;]*underline/i },
  { tag: "s", style: /text-decoration[^;]*:[^;]*line-through/i },
];
const headings: Readonly<Record<string, string>> = { H1: "h2", H4: "h3", H5: "h3", H6: "h3" };

/** @param contentIds of images that the mail itself carries: they stay */
export function cleanPasted(document: Document, contentIds: readonly string[] = []): string {
  const { body } = document;
  removeComments(document);
  gatherWordLists(document);
  for (const element of body.querySelectorAll(removed)) element.remove();
  for (const element of body.querySelectorAll("[style]"))
    if (ignored.test(element.getAttribute("style") ?? "")) element.remove();
  for (const element of body.querySelectorAll('[style*="pre-wrap"]')) breakLines(document, element);
  for (const image of body.querySelectorAll("img"))
    if (!contentIds.includes(/^cid:(.+)/.exec(image.getAttribute("src") ?? "")?.[1] ?? "")) image.replaceWith(image.alt.trim());
  for (const link of body.querySelectorAll("a")) cleanLink(link);
  for (const table of [...body.querySelectorAll("table")].toReversed()) flatten(document, table);
  // From within to without, so that what takes the place of an element already holds clean ones.
  for (const element of [...body.querySelectorAll("*")].toReversed()) cleanElement(document, element);
  for (const text of textsOf(document)) text.data = text.data.replaceAll(/[\u00ad\u200b\ufeff]/g, "").replaceAll("\u00a0", " ");
  splitParagraphs(body);
  removeEmpty(body);
  return body.innerHTML.trim();
} // prettier-ignore

/** Line ends that a style makes visible are said by elements once the style is gone. */
function breakLines(document: Document, element: Element): void {
  const nodes = [...element.childNodes];
  for (const node of nodes) {
    if (node.nodeType !== 3 /* Node.TEXT_NODE */) continue;
    const lines = (node.textContent ?? "").split("\n");
    node.replaceWith(...lines.flatMap((line, at) => (at === 0 ? [line] : [document.createElement("br"), line])));
  }
}

function removeComments(document: Document): void {
  const walker = document.createTreeWalker(document.documentElement, 128 /* NodeFilter.SHOW_COMMENT */);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

function* textsOf(document: Document): Generator<Text> {
  const walker = document.createTreeWalker(document.body, 4 /* NodeFilter.SHOW_TEXT */);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if ("data" in node) yield node as Text;
  }
}

/** Google puts a redirect of its own before links that leave its pages. */
function cleanLink(link: HTMLAnchorElement): void {
  const typed = link.getAttribute("href")?.trim() ?? "";
  const url = URL.canParse(typed) ? new URL(typed) : null;
  const isRedirect = url !== null && /^www\.google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url";
  const href = isRedirect ? (url.searchParams.get("q") ?? url.searchParams.get("url") ?? "") : typed;
  if (URL.canParse(href) && ["http:", "https:", "mailto:", "tel:"].includes(new URL(href).protocol)) link.href = href;
  else link.replaceWith(...link.childNodes);
}

/** A mail that is answered has no tables of ours: a row is a line, and a table of one column is what it holds. */
function flatten(document: Document, table: HTMLTableElement): void {
  const rows = Array.from(table.rows, (row) => Array.from(row.cells));
  const isList = rows.every((cells) => cells.length <= 1);
  const parts = rows.map((cells) => {
    const part = document.createElement(isList ? "div" : "p");
    if (isList) part.append(...(cells[0]?.childNodes ?? []));
    else part.textContent = cells.map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim()).join(" | ");
    return part;
  });
  table.replaceWith(...parts);
}

function cleanElement(document: Document, element: Element): void {
  const style = element.getAttribute("style") ?? "";
  const isNormal = /font-weight\s*:\s*(?:normal|[1-5]00)/i.test(style) && ["B", "STRONG"].includes(element.tagName);
  const kept = new Map(["href", "start", "type", "src", "alt"].map((name) => [name, element.getAttribute(name)]));
  for (const name of element.getAttributeNames()) element.removeAttribute(name);
  if (element.tagName === "A") element.setAttribute("href", kept.get("href") ?? "");
  if (element.tagName === "OL" && /^\d{1,4}$/.test(kept.get("start") ?? "")) element.setAttribute("start", kept.get("start") ?? "");
  if (element.tagName === "BLOCKQUOTE" && kept.get("type") === "cite") element.setAttribute("type", "cite");
  if (element.tagName === "IMG") for (const name of ["src", "alt"]) element.setAttribute(name, kept.get(name) ?? "");
  const heading = headings[element.tagName];
  if (heading !== undefined) rename(document, element, heading);
  // Google Docs wraps everything into a bold that is not.
  else if (isNormal || element.tagName.includes(":") || element.tagName === "FONT") element.replaceWith(...element.childNodes);
  else if (element.tagName === "SPAN") emphasize(document, element, style);
} // prettier-ignore

function rename(document: Document, element: Element, tag: string): void {
  const made = document.createElement(tag);
  made.append(...element.childNodes);
  element.replaceWith(made);
}

function emphasize(document: Document, element: Element, style: string): void {
  // The underline of a link is the link's own.
  const marks = emphasis.filter(({ tag, style: says }) => says.test(style) && !(tag === "u" && element.closest("a") !== null));
  let nodes: Node[] = [...element.childNodes];
  for (const { tag } of marks) {
    const mark = document.createElement(tag);
    mark.append(...nodes);
    nodes = [mark];
  }
  element.replaceWith(...nodes);
} // prettier-ignore

const holders = "p,h2,h3,li,ul,ol,blockquote,strong,em,u,s,b,i,a";

/** Spacers of Word and Outlook: a blank line is what stands between paragraphs anyway. */
function removeEmpty(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll(holders)].toReversed()) {
    if ((element.textContent ?? "").trim() !== "" || element.querySelector("img") !== null) continue;
    const breaks = element.querySelector("br") !== null && !/^(?:P|LI|H\d)$/.test(element.tagName);
    if (breaks) element.replaceWith(...element.childNodes);
    else if (/^(?:STRONG|EM|U|S|B|I)$/.test(element.tagName)) element.replaceWith(...element.childNodes);
    else element.remove();
  }
}
