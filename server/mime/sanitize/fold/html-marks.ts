import type { DefaultTreeAdapterTypes } from "parse5";
import type { QuoteMark } from "#lib/mail/quotes/quote-line";

type Element = DefaultTreeAdapterTypes.Element;

/** Names that mail programs give the elements around what is answered; Outlook puts `x_` before those it quotes. */
const quotes =
  /^(?:x_)*(?:gmail_quote|gmail_quote_container|gmail_attr|moz-cite-prefix|protonmail_quote|tutanota_quote|zmail_extra|front-blockquote|outlookmessageheader|divrplyfwdmsg|appendonsend|mail-editor-reference-message-container|olk_src_body_section|isreplycontent|ntes-pcmail-quote|replyquote|wmquote|quotedtext|cita)$|yahoo_quoted|protonmail_quote/i;
const signatures =
  /^(?:x_)*(?:gmail_signature|gmail_signature_prefix|moz-signature|protonmail_signature_block|protonmail_signature_block-user|tutanota_signature|applemailsignature|ms-outlook-mobile-signature|signature|signature_old|zm_signature|ymail_android_signature|ymail_ios_signature|yahoo-signature|mobile_signature)$|yahoo-signature$/i;
const forwards = /^(?:x_)*(?:moz-forward-container|isforwardcontent|forwarded_message)$/i;

/** What the mail program that wrote an element says it is. */
export function markOf(element: Element): QuoteMark | null {
  const names = namesOf(element);
  if (names.some((name) => forwards.test(name))) return "forward";
  if (names.some((name) => signatures.test(name))) return "signature";
  return names.some((name) => quotes.test(name)) ? "quote" : null;
}

/** A `blockquote` quotes, unless it only indents (Gmail, Outlook on the web). */
export function isQuote(element: Element): boolean {
  if (element.tagName !== "blockquote") return false;
  if (valueOf(element, "type") === "cite" || markOf(element) === "quote") return true;
  const style = valueOf(element, "style");
  return (
    !/border(?:-left)?(?:-style)?\s*:\s*(?:none|0)/i.test(style) ||
    /border-left\s*:\s*[^;]*\d[^;]*(?:solid|rgb|#)/i.test(style)
  );
}

export function isHidden(element: Element): boolean {
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(valueOf(element, "style"));
}

/** Red words: the usual way to answer inside a mail that is quoted without marks. */
export function isRed(element: Element): boolean {
  const color = /(?:^|;)\s*color\s*:\s*([^;!]+)/i.exec(valueOf(element, "style"))?.[1] ?? valueOf(element, "color");
  return /^(?:red|#f00|#ff0000|#c00000|#e00000|#d00000|rgb\(\s*(?:255|192)\s*,\s*0\s*,\s*0\s*\))$/i.test(color.trim());
}

/** One of the mail's own pictures: remote ones are counted by who sent them, and say nothing. */
export function isOwnPicture(element: Element): boolean {
  return element.tagName === "img" && /^\s*(?:cid:|data:image|\/api\/attachments\/)/i.test(valueOf(element, "src"));
}

export function valueOf(element: Element, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? "";
}

function namesOf(element: Element): string[] {
  return [valueOf(element, "id"), ...valueOf(element, "class").split(/\s+/)].filter(Boolean);
}
