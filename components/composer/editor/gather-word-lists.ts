/**
 * Word and Outlook put lists on the clipboard as paragraphs that say their level in `mso-list`, with the bullet or number as text. Made real
 * lists here, before styles go.
 */
export function gatherWordLists(document: Document): void {
  let lists: Element[] = [];
  let previous: Element | null = null;
  for (const paragraph of document.querySelectorAll("p")) {
    const level = levelOf(paragraph);
    if (level === null) continue;
    // Only what stands side by side is one list.
    if (previous === null || nextOf(previous) !== paragraph) lists = [];
    const anchor = document.createElement("span");
    paragraph.before(anchor);
    const { isNumbered, content } = readItem(paragraph);
    lists = lists.slice(0, level);
    while (lists.length < level) lists.push(openList(document, lists.at(-1), anchor, isNumbered));
    const item = document.createElement("li");
    item.append(...content);
    lists.at(-1)?.append(item);
    previous = lists[0] ?? null;
    anchor.remove();
    paragraph.remove();
  }
}

function nextOf(element: Element): Element | null {
  let next = element.nextSibling;
  while (next && next.nodeType !== 1 && (next.textContent ?? "").trim() === "") next = next.nextSibling;
  return next && next.nodeType === 1 ? (next as Element) : null;
}

function levelOf(paragraph: Element): number | null {
  const level = /mso-list\s*:\s*[^;"']*level(\d)/i.exec(paragraph.getAttribute("style") ?? "")?.[1];
  return level === undefined ? null : Math.max(1, Number(level));
}

function readItem(paragraph: Element): { isNumbered: boolean; content: Node[] } {
  const mark = [...paragraph.querySelectorAll("span")].find((span) =>
    /mso-list\s*:\s*ignore/i.test(span.getAttribute("style") ?? ""),
  );
  const text = mark?.textContent?.trim() ?? "";
  mark?.remove();
  return { isNumbered: /^[(]?(?:\d{1,3}|[a-z]{1,4})[.)]$/i.test(text), content: [...paragraph.childNodes] };
}

/** A deeper list stands in the last item of the one above it. */
function openList(document: Document, above: Element | undefined, anchor: Element, isNumbered: boolean): Element {
  const list = document.createElement(isNumbered ? "ol" : "ul");
  if (above === undefined) anchor.before(list);
  else (above.lastElementChild ?? above.appendChild(document.createElement("li"))).append(list);
  return list;
}
