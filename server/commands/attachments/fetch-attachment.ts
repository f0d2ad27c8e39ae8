import { findAttachment } from "#db/queries/conversations/attachment-rows";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { wishForContent } from "../messages/wish-for-content.ts";

/** Makes sure that a file's content is here. */
export async function fetchAttachment(agent: Agent, attachmentId: number): Promise<void> {
  const attachment = await findAttachment(store().read, agent, attachmentId);
  if (!attachment) throw new AppError("not_found", "There is no such file.");
  if (attachment.blob !== null) return;
  if (attachment.messageId === null) throw new AppError("not_found", "This upload was never finished.");
  await wishForContent(agent, attachment.messageId, { kind: "fetch-attachment", attachmentId });
}
