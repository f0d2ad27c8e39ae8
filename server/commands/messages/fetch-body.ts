import { findMessage } from "#db/queries/conversations/message-content";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { wishForContent } from "./wish-for-content.ts";

/** Makes sure that a message's text is here, if it can be had. One that could not be read stays that way: its source can be asked for. */
export async function fetchBody(agent: Agent, messageId: number): Promise<void> {
  const message = await findMessage(store().read, agent.inboxIds, messageId);
  if (!message) throw new AppError("not_found", "There is no such message.");
  if (message.bodyState !== "none") return;
  try {
    await wishForContent(agent, messageId, { kind: "fetch-body" });
  } catch (error) {
    const after = await findMessage(store().read, agent.inboxIds, messageId);
    if (after?.bodyState !== "failed") throw error;
  }
}
