import { bodyOfMessage, type AnsweredMessage } from "#db/queries/outbox/reply-context";
import type { SendMail } from "#lib/contracts/send";
import { snippet } from "#lib/mail/snippet";
import { AppError } from "../../errors.ts";
import { textAsHtml } from "../../mime/escape-html.ts";
import { htmlToText } from "../../mime/html-to-text.ts";
import { quoteReply } from "../../mime/quote-reply.ts";
import { sanitizeHtml } from "../../mime/sanitize-html.ts";
import { store } from "../../store.ts";

export type WrittenBody = { text: string; html: string; preview: string };

/**
 * Both forms of what the agent wrote, with the answered mail quoted below. HTML from the composer is as little trusted as mail is.
 * @param contentIds of the mail's own inline images
 */
export async function writeBody(
  { text = "", html = "" }: Pick<SendMail, "text" | "html">,
  answered: AnsweredMessage | undefined,
  contentIds: readonly string[],
): Promise<WrittenBody> {
  const safe = html.trim() === "" ? "" : await sanitizeOwn(html, contentIds);
  const words = text.trim() === "" ? htmlToText(safe) : text;
  if (words.trim() === "" && !/<img/i.test(safe)) {
    const message = "There is nothing to send yet.";
    throw new AppError("invalid", message, { issues: [{ path: "text", message }] });
  }
  const shown = safe || textAsHtml(words);
  const quote = answered ? await quoteOf(answered) : null;
  const preview = snippet(words);
  if (!quote) return { text: words, html: shown, preview };
  return { text: `${words.trimEnd()}\n\n${quote.text}\n`, html: `${shown}<br>${quote.html}`, preview };
}

async function sanitizeOwn(html: string, contentIds: readonly string[]): Promise<string> {
  const cidUrls = Object.fromEntries(contentIds.map((id) => [id, `cid:${id}`]));
  return (await sanitizeHtml({ html, cidUrls, showRemoteImages: false, imageProxy: null })).html;
}

/** Null while the answered text is not here: an answer does not wait for it. */
async function quoteOf(answered: AnsweredMessage) {
  const body = await bodyOfMessage(store().read, answered.id);
  if (body.text.trim() === "" && body.html.trim() === "") return null;
  const from = { name: answered.fromName, address: answered.fromAddress };
  return quoteReply({ from, at: answered.sentAt ?? answered.receivedAt, ...body });
}
