import { findMessage } from "#db/queries/conversations/message-content";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { wishForContent } from "./wish-for-content.ts";

/** Makes sure that a message's source is here, byte for byte. */
export async function fetchSource(agent: Agent, messageId: number): Promise<void> {
  const message = await findMessage(store().read, agent.inboxIds, messageId);
  if (!message) throw new AppError("not_found", "There is no such message.");
  const isHere = message.sourceBlob !== null || message.sentSourceBlob !== null;
  if (!isHere) await wishForContent(agent, messageId, { kind: "fetch-source" });
}
