import type { Agent } from "../../auth/agent.ts";
import { markConversation } from "./mark-conversation.ts";
import { newestPlaces } from "./newest-places.ts";

/** A flag on its newest mail flags it; taking the flag off takes it off every mail of it. */
export async function setFlagged(agent: Agent, conversationId: number, isSet: boolean): Promise<void> {
  await markConversation(agent, conversationId, { name: "flagged", flag: "\\Flagged", isSet }, (places) =>
    isSet ? newestPlaces(places) : places,
  );
}
