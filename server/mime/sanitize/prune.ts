import { defaultTreeAdapter as tree, html as names, type DefaultTreeAdapterTypes } from "parse5";
import { allowedAttributes, allowedTags, removedWithContent } from "./html-allowlist.ts";

type Child = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const allowed = new Set(allowedTags);
const attributes = new Set(allowedAttributes);
const removed = new Set(removedWithContent);

/**
 * Takes out what the allowlist lacks, before the tree is written down and parsed once more by the sanitiser proper: so the holes that
 * are left (a heading now right inside a heading) are closed by the parser, and the result reads the same ever after.
 * Recursive: for trees whose depth was measured.
 */
export function prune(parent: Parent): void {
  const kept = parent.childNodes.flatMap((child) => {
    if (!tree.isElementNode(child)) return tree.isTextNode(child) ? [child] : [];
    if (child.namespaceURI !== names.NS.HTML || removed.has(child.tagName)) return [];
    // Also for speed: a DOM takes one attribute of many thousands off in the time of all.
    child.attrs = child.attrs.filter(({ name }) => attributes.has(name));
    prune(child);
    if (child.tagName === "pre") trimPre(child);
    return allowed.has(child.tagName) ? [child] : child.childNodes;
  });
  adopt(parent, kept);
}

/** Moves many at once: one by one they would cost their square. */
export function adopt(parent: Parent, children: Child[]): void {
  parent.childNodes = children;
  for (const child of children) child.parentNode = parent;
}

/** A parser drops the first line end in a `pre` (HTML §13.2.6.4.7), and would drop the next when it reads the result again. */
function trimPre(pre: Element): void {
  for (let first = pre.childNodes[0]; first && tree.isTextNode(first); first = pre.childNodes[0]) {
    first.value = first.value.replace(/^\n+/, "");
    if (first.value !== "") return;
    tree.detachNode(first);
  }
}
