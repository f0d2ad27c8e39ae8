/**
 * Highlights words by the browser's own registry of ranges: no node is changed, so React and a mail's own markup stay as they are. A mail's
 * frame is a document of its own, with its own registry; no script runs there, this one reaches in.
 */
import { findWords } from "#lib/search/mark-words";
import type { TextLeaf } from "#lib/search/query-tree";

const name = "found";
/** Not in the page's own style sheet: what builds that takes the selector for a slip of the pen. */
const pageStyle = `::highlight(${name}) { background-color: var(--found); color: var(--text); }`;
const frameStyle = `::highlight(${name}) { background-color: Mark; color: MarkText; }`;
/** A newsletter of endless length must not hold up its own opening. */
const nodesMax = 4000;

/** @returns what takes the highlights away again */
export function highlightWords(root: HTMLElement, wanted: readonly TextLeaf[]): () => void {
  let frame = 0;
  if (isWindow(window)) adopt(window, pageStyle);
  const paint = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      highlightIn(window, [root], wanted);
      for (const inner of root.querySelectorAll("iframe")) paintFrame(inner, wanted);
    });
  };
  const observer = new MutationObserver(paint);
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  // A load does not bubble; it can be caught on its way down.
  root.addEventListener("load", paint, true);
  paint();
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    root.removeEventListener("load", paint, true);
    window.CSS.highlights?.delete(name);
  };
}

function paintFrame(frame: HTMLIFrameElement, wanted: readonly TextLeaf[]): void {
  const { contentWindow: inner, contentDocument: page } = frame;
  if (!isWindow(inner) || !page?.body) return;
  adopt(inner, frameStyle);
  highlightIn(inner, [page.body], wanted);
}

/** Once a document. */
function adopt(inner: Inner, style: string): void {
  const sheets = inner.document.adoptedStyleSheets;
  if (sheets.length > 0) return;
  const sheet = new inner.CSSStyleSheet();
  sheet.replaceSync(style);
  sheets.push(sheet);
}

type Inner = Window & typeof globalThis;

function isWindow(inner: Window | null): inner is Inner {
  return inner !== null && "CSSStyleSheet" in inner && "Highlight" in inner;
}

function highlightIn(inner: Inner, roots: readonly HTMLElement[], wanted: readonly TextLeaf[]): void {
  // Firefox before 140 has none; it shows the same text without marks.
  if (!("highlights" in inner.CSS)) return;
  const ranges = roots.flatMap((root) => rangesIn(root, wanted));
  inner.CSS.highlights.set(name, new inner.Highlight(...ranges));
}

function rangesIn(root: HTMLElement, wanted: readonly TextLeaf[]): Range[] {
  const page = root.ownerDocument;
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let count = 0, node = walker.nextNode(); node && count < nodesMax; count += 1, node = walker.nextNode()) {
    for (const { start, end } of findWords(node.nodeValue ?? "", wanted)) {
      const range = page.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  return ranges;
}
