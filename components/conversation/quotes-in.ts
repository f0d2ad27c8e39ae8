const marks =
  '.gmail_quote, .gmail_quote_container, .moz-cite-prefix, .yahoo_quoted, blockquote[type="cite"], #divRplyFwdMsg, #appendonsend';

const introductionMax = 250;

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
  const range = body.ownerDocument.createRange();
  range.setStartAfter(last);
  range.setEndAfter(body.lastChild ?? last);
  return range.toString().trim() === "" ? [...introductionOf(last), last] : [];
}

/** `On Monday, Maria wrote:`, in whatever language: a short line before a quote that ends in a colon. */
function introductionOf(quote: HTMLElement): HTMLElement[] {
  const before = quote.previousElementSibling;
  if (!before || before.tagName === "BLOCKQUOTE" || before.tagName === "TABLE") return [];
  const text = before.textContent.trim();
  // Only an element of this document can be hidden; its class is another window's.
  return /[:：]$/u.test(text) && text.length < introductionMax && "style" in before ? [before as HTMLElement] : [];
}

function lengthOf(element: HTMLElement): number {
  return element.textContent.replace(/\s+/g, "").length;
}
