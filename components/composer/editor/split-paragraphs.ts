const blocks =
  /^(?:P|DIV|UL|OL|LI|DL|DT|DD|BLOCKQUOTE|PRE|HR|H[1-6]|SECTION|ARTICLE|HEADER|FOOTER|MAIN|ASIDE|NAV|FIGURE)$/;

/** A blank line between two breaks parts paragraphs, as mail programs write them: each can then be chosen, shortened and answered by itself. */
export function splitParagraphs(body: Element): void {
  for (const element of [...body.querySelectorAll("div,p,blockquote")].toReversed().concat(body)) {
    const parts = partsOf([...element.childNodes]);
    if (parts.length < 2) continue;
    const made = parts.flatMap((nodes) => (nodes.some(isBlock) ? nodes : [paragraphOf(element, nodes)]));
    if (element.tagName === "P") element.replaceWith(...made);
    else element.replaceChildren(...made);
  }
}

/** What stands between blank lines. */
function partsOf(nodes: readonly ChildNode[]): ChildNode[][] {
  const parts: ChildNode[][] = [[]];
  let breaks: ChildNode[] = [];
  for (const node of nodes) {
    const isSpace = node.nodeType === 3 /* Node.TEXT_NODE */ && (node.textContent ?? "").trim() === "";
    if (node.nodeName === "BR" || (isSpace && breaks.length > 0)) {
      breaks.push(node);
      continue;
    }
    const isBlank = breaks.filter((each) => each.nodeName === "BR").length > 1;
    if (isBlank) parts.push([node]);
    else parts.at(-1)?.push(...breaks, node);
    breaks = [];
  }
  return parts.filter((part) => part.length > 0);
}

function paragraphOf(element: Element, nodes: readonly ChildNode[]): Element {
  const paragraph = element.ownerDocument.createElement("p");
  paragraph.append(...nodes);
  return paragraph;
}

function isBlock(node: ChildNode): boolean {
  return blocks.test(node.nodeName);
}
