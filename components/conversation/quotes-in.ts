const marks =
  '.gmail_quote, .gmail_quote_container, .moz-cite-prefix, .yahoo_quoted, blockquote[type="cite"], #divRplyFwdMsg, #appendonsend';

/**
 * The parts of a mail that only repeat the one it answers: what mail programs mark as such, and quotes that end the mail. Nothing when
 * the mail would be empty without them.
 */
export function quotesIn(document: Document): HTMLElement[] {
  const body = document.body;
  const marked = [...body.querySelectorAll<HTMLElement>(marks)].filter(
    (element) => !element.parentElement?.closest(marks),
  );
  const found = marked.length > 0 ? marked : trailingQuotes(body);
  if (found.length === 0) return [];
  const quoted = found.reduce((sum, element) => sum + lengthOf(element), 0);
  return lengthOf(body) - quoted > 1 || body.querySelector("img") ? found : [];
}

function trailingQuotes(body: HTMLElement): HTMLElement[] {
  const last = [...body.querySelectorAll<HTMLElement>("blockquote")].findLast(
    (quote) => !quote.parentElement?.closest("blockquote"),
  );
  if (!last) return [];
  const range = document.createRange();
  range.setStartAfter(last);
  range.setEndAfter(body.lastChild ?? last);
  return range.toString().trim() === "" ? [last] : [];
}

function lengthOf(element: HTMLElement): number {
  return element.textContent.replace(/\s+/g, "").length;
}
