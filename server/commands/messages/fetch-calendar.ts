import { findAttachments } from "#db/queries/conversations/attachment-rows";
import { isCalendar } from "#lib/files/file-kind";
import type { Agent } from "../../auth/agent.ts";
import { store } from "../../store.ts";
import { fetchAttachment } from "../attachments/fetch-attachment.ts";

/** Makes sure that a message's calendar part is here, if it has one. */
export async function fetchCalendar(agent: Agent, messageId: number): Promise<void> {
  const file = (await findAttachments(store().read, agent, messageId)).find(isCalendar);
  if (file) await fetchAttachment(agent, file.id);
}
