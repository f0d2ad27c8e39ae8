import { bodyOfMessage, type AnsweredMessage } from "#db/queries/outbox/reply-context";
import type { SendMail } from "#lib/contracts/send";
import { snippet } from "#lib/mail/snippet";
import { AppError } from "../../errors.ts";
import { textAsHtml } from "../../mime/escape-html.ts";
import { htmlToText } from "../../mime/html-to-text.ts";
import { quotedMail, quoteMessage, type Quote } from "../../mime/quote-message.ts";
import { sanitizeHtml } from "../../mime/sanitize-html.ts";
import { store } from "../../store.ts";

export type WrittenBody = { text: string; html: string; preview: string };

type Words = Pick<SendMail, "text" | "html" | "quote" | "timeZone" | "closingHtml" | "closingText" | "attachmentIds">;

/**
 * Both forms of what the agent wrote, or its text alone where no HTML was given, with the answered mail quoted below. HTML from the composer
 * is as little trusted as mail is.
 * @param contentIds of the mail's own inline images
 */
export async function writeBody(
  body: Words,
  answered: AnsweredMessage | undefined,
  contentIds: readonly string[],
): Promise<WrittenBody> {
  const { text = "", html = "", closingHtml = "", closingText = "", attachmentIds = [] } = body;
  const isPlain = body.html === undefined;
  const safe = await sanitizeOwn(html, contentIds);
  const closing = await sanitizeOwn(closingHtml, contentIds);
  const words = text.trim() === "" ? htmlToText(safe) : text;
  const quote = answered ? await quoteOf(answered, body, words, contentIds) : null;
  // A forwarded mail may speak for itself, and so may a file.
  const speaks = attachmentIds.length > 0 || (body.quote === "forward" && quote !== null);
  if (words.trim() === "" && !/<img/i.test(safe) && !speaks) {
    const message = "There is nothing to send yet.";
    throw new AppError("invalid", message, { issues: [{ path: "text", message }] });
  }
  const shown = safe || (words.trim() === "" ? "" : textAsHtml(words));
  const below = closingText.trim() === "" ? htmlToText(closing) : closingText;
  const parts = [words.trimEnd(), quote?.text ?? "", below].filter((part) => part !== "");
  return {
    text: parts.length === 1 ? words : `${parts.join("\n\n")}\n`,
    html: isPlain ? "" : [shown, quote?.html ?? "", closing].filter((part) => part !== "").join("<br>"),
    preview: snippet(words.trim() === "" ? (quote?.text ?? "") : words),
  };
}

async function sanitizeOwn(html: string, contentIds: readonly string[]): Promise<string> {
  if (html.trim() === "") return "";
  const cidUrls = Object.fromEntries(contentIds.map((id) => [id, `cid:${id}`]));
  return (await sanitizeHtml({ html, cidUrls, showRemoteImages: false, imageProxy: null })).html;
}

/** Null while the answered text is not here: an answer does not wait for it. */
async function quoteOf(
  answered: AnsweredMessage,
  { quote: kind = "reply", timeZone }: Words,
  words: string,
  contentIds: readonly string[],
): Promise<Quote | null> {
  if (kind === "none") return null;
  const body = await bodyOfMessage(store().read, answered.id);
  const isEmpty = body.text.trim() === "" && body.html.trim() === "";
  if (isEmpty && kind === "reply") return null;
  return quoteMessage(quotedMail(answered, body), { kind, timeZone, words, contentIds });
}
