import { findMessage } from "#db/queries/conversations/message-content";
import type { MessageText } from "#lib/contracts/message";
import { splitQuote } from "#lib/mail/quote";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { safeBody } from "./safe-body.ts";

/** What reading a message takes beyond its row; its preview when that is all that is here. */
export async function getMessageText(agent: Agent, messageId: number): Promise<MessageText> {
  const message = await findMessage(store().read, agent.inboxIds, messageId);
  if (!message) throw new AppError("not_found", "There is no such message.");
  const text = message.text || (message.html === "" ? message.preview : "");
  const { visible, quoted } = splitQuote(text);
  const body = await safeBody(message, false);
  return {
    id: message.id,
    text,
    visibleText: visible,
    quotedText: quoted,
    hasHtml: body.hasHtml,
    remoteImageCount: body.remoteImageCount,
    headers: message.headers,
  };
}
