import type { MailAddress } from "#lib/contracts/address";
import { cleanText } from "#lib/mail/clean-text";
import { escapeHtml, textAsHtml } from "./escape-html.ts";
import { sanitizeHtml } from "./sanitize-html.ts";

export type QuotedMail = {
  from: MailAddress;
  at: Date;
  text: string;
  /** As it came; empty for a mail of text only. */
  html: string;
};

export type Quote = { text: string; html: string };

/** A thread that quotes itself again and again is cut here. */
const charactersMax = 100_000;

/**
 * What goes under an answer: the answered mail, marked as quoted, sanitised anew and without images, so that nothing in it can call home
 * from the next reader's screen (security: T27).
 * @param timeZone of who answers, as an IANA name
 */
export async function quoteReply(mail: QuotedMail, timeZone = "UTC"): Promise<Quote> {
  const attribution = attributionOf(mail, timeZone);
  const lines = mail.text.slice(0, charactersMax).trimEnd().split("\n");
  const quoted = lines.map((line) => (line.startsWith(">") ? `>${line}` : `> ${line}`.trimEnd())).join("\n");
  return { text: `${attribution}\n\n${quoted}`, html: blockquote(escapeHtml(attribution), await contentOf(mail)) };
}

function attributionOf({ from, at }: QuotedMail, timeZone: string): string {
  const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone }).format(at);
  const name = cleanText(from.name);
  const who = name ? `${name} <${from.address}>` : from.address || "somebody";
  return `On ${when}, ${who} wrote:`;
}

async function contentOf({ html, text }: QuotedMail): Promise<string> {
  const asText = () => textAsHtml(text.slice(0, charactersMax));
  if (html.trim() === "" || html.length > charactersMax * 5) return asText();
  const safe = await sanitizeHtml({ html, cidUrls: {}, showRemoteImages: false, imageProxy: null, isQuote: true });
  return safe.hasHtml && safe.html.length <= charactersMax * 5 ? safe.html : asText();
}

function blockquote(attribution: string, content: string): string {
  const style = "margin:0 0 0 0.8ex;border-left:1px solid #ccc;padding-left:1ex";
  return `<div><div>${attribution}</div><blockquote type="cite" style="${style}">${content}</blockquote></div>`;
}
