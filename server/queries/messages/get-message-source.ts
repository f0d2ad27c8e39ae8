import { findMessage } from "#db/queries/conversations/message-content";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { fileResponse } from "../attachments/file-response.ts";

/** The mail as the server has it, byte for byte; for one written here, the bytes that were sent. */
export async function getMessageSource(agent: Agent, messageId: number): Promise<Response> {
  const message = await findMessage(store().read, agent.inboxIds, messageId);
  if (!message) throw new AppError("not_found", "There is no such message.");
  const blob = message.sourceBlob ?? message.sentSourceBlob;
  if (blob === null)
    throw new AppError("unavailable", "The source of this message is not here yet.", { retryAfterSeconds: 5 });
  return fileResponse({ blob, filename: `message-${message.id}.eml`, contentType: "message/rfc822" });
}
