export type TextPiece = { text: string; href?: string };

/**
 * Splits plain text into words and links. Only what is plainly an address of the web or of a person becomes a link; what closes a
 * sentence or a bracket stays outside it.
 */
export function linkify(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(candidate)) {
    const found = withoutTail(match[0]);
    const href = hrefOf(found);
    if (href === undefined) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: found, href });
    end = match.index + found.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

const candidate =
  /https?:\/\/[^\s<>"'`]{1,2000}|www\.[^\s<>"'`]{3,500}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/giu;

function withoutTail(found: string): string {
  let end = found.length;
  while (end > 0) {
    const last = found[end - 1] ?? "";
    const opening = { ")": "(", "]": "[", "}": "{" }[last];
    const isTail =
      opening === undefined ? /[.,;:!?…»”’*_]/u.test(last) : isUnbalanced(found.slice(0, end), opening, last);
    if (!isTail) break;
    end -= 1;
  }
  return found.slice(0, end);
}

function isUnbalanced(text: string, opening: string, closing: string): boolean {
  return text.split(closing).length > text.split(opening).length;
}

function hrefOf(found: string): string | undefined {
  if (/^[^/]+@/u.test(found)) return `mailto:${found}`;
  const url = URL.parse(/^www\./iu.test(found) ? `https://${found}` : found);
  return url && (url.protocol === "https:" || url.protocol === "http:") && url.hostname.includes(".")
    ? url.href
    : undefined;
}
