import { detectLanguage } from "#lib/mail/detect-language";
import { introduceForward, introduceQuote, type IntroducedMail } from "#lib/mail/quotes/introduce";
import type { MailAddress } from "#lib/contracts/address";
import type { QuoteKind } from "#lib/contracts/vocabulary";
import { escapeHtml, textAsHtml } from "./escape-html.ts";
import { sanitizeHtml } from "./sanitize-html.ts";

export type QuotedMail = IntroducedMail & {
  text: string;
  /** As it came; empty for a mail of text only. */
  html: string;
};

export type QuoteWishes = {
  kind: Exclude<QuoteKind, "none">;
  /** Of who answers, as an IANA name. */
  timeZone: string | undefined;
  /** What is written above: its language is taken where the mail's own cannot be told. */
  words: string;
  /** Of images that the answer carries: a forwarded mail shows them in their places. */
  contentIds: readonly string[];
};

export type Quote = { text: string; html: string };

/** A thread that quotes itself again and again is cut here. */
const charactersMax = 100_000;

/**
 * What goes under an answer: the answered mail, marked as quoted, sanitised anew and without images but those that come along, so that
 * nothing in it can call home from the next reader's screen (security: T27).
 */
export async function quoteMessage(mail: QuotedMail, wishes: QuoteWishes): Promise<Quote> {
  const { kind, timeZone = "UTC", words, contentIds } = wishes;
  const language = detectLanguage(mail.text) ?? detectLanguage(words) ?? "en";
  const text = mail.text.slice(0, charactersMax).trimEnd();
  const content = await contentOf(mail, kind === "forward" ? contentIds : []);
  if (kind === "forward") {
    const head = introduceForward(mail, language, timeZone);
    const lines = head.map((line) => escapeHtml(line)).join("<br>");
    return { text: `${head.join("\n")}\n\n${text}`, html: `<div><div>${lines}</div><br>${content}</div>` };
  }
  const introduction = introduceQuote(mail, language, timeZone);
  const quoted = text.split("\n").map((line) => (line.startsWith(">") ? `>${line}` : `> ${line}`.trimEnd()));
  return { text: `${introduction}\n\n${quoted.join("\n")}`, html: blockquote(escapeHtml(introduction), content) };
}

/** A stored message as what is quoted. */
export function quotedMail(
  message: {
    fromName: string;
    fromAddress: string;
    to: readonly MailAddress[];
    cc: readonly MailAddress[];
    subject: string;
    sentAt: Date | null;
    receivedAt: Date;
  },
  body: { text: string; html: string },
): QuotedMail {
  const { fromName, fromAddress, to, cc, subject, sentAt, receivedAt } = message;
  return { from: { name: fromName, address: fromAddress }, to, cc, subject, at: sentAt ?? receivedAt, ...body };
}

async function contentOf({ html, text }: QuotedMail, contentIds: readonly string[]): Promise<string> {
  const asText = () => textAsHtml(text.slice(0, charactersMax));
  if (html.trim() === "" || html.length > charactersMax * 5) return asText();
  const cidUrls = Object.fromEntries(contentIds.map((id) => [id, `cid:${id}`]));
  const isQuote = contentIds.length === 0;
  const safe = await sanitizeHtml({ html, cidUrls, showRemoteImages: false, imageProxy: null, isQuote });
  return safe.hasHtml && safe.html.length <= charactersMax * 5 ? safe.html : asText();
}

function blockquote(introduction: string, content: string): string {
  const style = "margin:0 0 0 0.8ex;border-left:1px solid #ccc;padding-left:1ex";
  return `<div><div>${introduction}</div><blockquote type="cite" style="${style}">${content}</blockquote></div>`;
}
