import { placesOfConversation } from "#db/queries/conversations/act-places";
import { lastMove } from "#db/queries/conversations/last-move";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { actOnConversation } from "./act-on-conversation.ts";
import { moveAll } from "./move-conversation.ts";

/** Puts each mail back into the folder from which this agent moved it last. */
export async function takeBackMove(agent: Agent, conversationId: number): Promise<void> {
  await actOnConversation(agent, conversationId, async (act) => {
    const from = await lastMove(act.tx, act.conversation.id, agent.id);
    const places = await placesOfConversation(act.tx, agent.inboxIds, act.conversation.id);
    const movable = places.filter((place) => place.mode === "two-way" && from.has(place.placementId));
    if (movable.length === 0) throw new AppError("conflict", "There is no move of yours to take back.");
    const homes = Map.groupBy(movable, (place) => from.get(place.placementId) ?? place.folderId);
    for (const [folderId, these] of homes) {
      const [first] = these;
      if (first) await moveAll(act, these, { folderId, accountId: first.accountId });
      act.record("moved", { folderId });
    }
    return true;
  });
}
