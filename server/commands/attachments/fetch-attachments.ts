import { findAttachments } from "#db/queries/conversations/attachment-rows";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { fetchAttachment } from "./fetch-attachment.ts";

/** Makes sure that all files of a message are here, one after the other. */
export async function fetchAttachments(agent: Agent, messageId: number): Promise<void> {
  const files = await findAttachments(store().read, agent, messageId);
  if (files.length === 0) throw new AppError("not_found", "This message has no files.");
  for (const { id } of files) await fetchAttachment(agent, id);
}
