import { findAttachments } from "#db/queries/conversations/attachment-rows";
import { answeredMessage, bodyOfMessage } from "#db/queries/outbox/reply-context";
import type { QuotedMessage, QuoteQuery } from "#lib/contracts/message";
import type { z } from "zod";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { quotedMail, quoteMessage } from "../../mime/quote-message.ts";
import { store } from "../../store.ts";

/** A message as it goes below an answer, for who wants to shorten it first. */
export async function getQuote(
  agent: Agent,
  messageId: number,
  { kind, timeZone }: z.infer<typeof QuoteQuery>,
): Promise<QuotedMessage> {
  const { read } = store();
  const message = await answeredMessage(read, agent.inboxIds, messageId);
  if (!message) throw new AppError("not_found", "There is no such message.");
  const body = await bodyOfMessage(read, messageId);
  const files = kind === "forward" ? await findAttachments(read, agent, messageId) : [];
  // Its copies go with the forwarded mail, under the same ids.
  const contentIds = files.filter(({ inline }) => inline).map(({ contentId }) => contentId);
  return quoteMessage(quotedMail(message, body), { kind, timeZone, words: "", contentIds });
}
