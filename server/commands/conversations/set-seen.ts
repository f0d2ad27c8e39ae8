import type { Agent } from "../../auth/agent.ts";
import { markConversation } from "./mark-conversation.ts";
import { newestPlaces } from "./newest-places.ts";

/** All of it was seen; or, the other way, what the customer wrote last is to be read again. */
export async function setSeen(agent: Agent, conversationId: number, isSet: boolean): Promise<void> {
  await markConversation(agent, conversationId, { name: "seen", flag: "\\Seen", isSet }, (places) => {
    if (isSet) return places;
    const received = places.filter((place) => place.direction === "in" && place.shownRole !== "drafts");
    return newestPlaces(received.length > 0 ? received : places);
  });
}
