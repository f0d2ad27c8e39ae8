import { findMessage } from "#db/queries/conversations/message-content";
import type { MessageText } from "#lib/contracts/message";
import { splitQuote } from "#lib/mail/quote";
import { isForwardSubject } from "#lib/mail/subject";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { safeBody } from "./safe-body.ts";

/** What reading a message takes beyond its row; its preview when that is all that is here. */
export async function getMessageText(agent: Agent, messageId: number): Promise<MessageText> {
  const message = await findMessage(store().read, agent.inboxIds, messageId);
  if (!message) throw new AppError("not_found", "There is no such message.");
  const text = message.text || (message.html === "" ? message.preview : "");
  const { visible, quoted } = splitQuote(text, { isForward: isForwardSubject(message.subject) });
  const body = await safeBody(message, false);
  return {
    id: message.id,
    text,
    visibleText: visible,
    quotedText: quoted,
    hasHtml: body.hasHtml,
    remoteImageCount: body.remoteImageCount,
    followsTheme: body.followsTheme,
    shownAttachmentIds: shownIn(body.html),
    headers: message.headers,
  };
}

/** The mail's own pictures that its HTML shows in place. */
function shownIn(html: string): number[] {
  const ids = [...html.matchAll(/src="\/api\/attachments\/(\d{1,15})\?inline=1"/g)].map(([, id]) => Number(id));
  return [...new Set(ids)];
}
