import {
  changeOperation,
  markPlaces,
  placesOfConversation,
  takeBackOperations,
  waitingOperations,
  type ActPlace,
} from "#db/queries/conversations/act-places";
import { wishOperations } from "#db/queries/outbox/wish-operations";
import type { Agent } from "../../auth/agent.ts";
import { actOnConversation, type Act } from "./act-on-conversation.ts";
import { planFlag } from "./plan-flag.ts";

export type Mark =
  { name: "seen"; flag: "\\Seen"; isSet: boolean } | { name: "flagged"; flag: "\\Flagged"; isSet: boolean };

/**
 * Sets or takes off one flag, here and on the servers, only where that changes something. An account that is connected read-only keeps
 * the flags its server has: nothing is shown here that is not true there.
 * @param choose the placements that are meant, of all that the agent may see
 */
export async function markConversation(
  agent: Agent,
  conversationId: number,
  mark: Mark,
  choose: (places: ActPlace[]) => ActPlace[],
): Promise<void> {
  await actOnConversation(agent, conversationId, async (act) => {
    const all = await placesOfConversation(act.tx, agent.inboxIds, act.conversation.id);
    const places = choose(all).filter((place) => place.mode === "two-way" && place[mark.name] !== mark.isSet);
    if (places.length > 0) await markAll(act, places, mark);
    return places.length > 0;
  });
}

async function markAll({ tx, at, changed }: Act, places: ActPlace[], { name, flag, isSet }: Mark): Promise<void> {
  const placementIds = places.map((place) => place.placementId);
  const waiting = Map.groupBy(await waitingOperations(tx, "store-flags", placementIds), (one) => one.placementId);
  await markPlaces(tx, placementIds, name === "seen" ? { seen: isSet } : { flagged: isSet });

  const wished: ActPlace[] = [];
  for (const place of places) {
    const plan = planFlag(waiting.get(place.placementId) ?? [], flag, isSet);
    for (const { id, payload } of plan.rewritten) {
      if (payload) await changeOperation(tx, id, payload);
      else await takeBackOperations(tx, [id], at);
    }
    if (plan.isWished) wished.push(place);
  }
  await wishOperations(
    tx,
    wished.map(({ accountId, messageId, placementId }) => ({
      accountId,
      messageId,
      placementId,
      payload: { kind: "store-flags", add: isSet ? [flag] : [], remove: isSet ? [] : [flag] },
      priority: 1,
      notBefore: at,
      createdAt: at,
    })),
  );
  for (const accountId of new Set(wished.map((place) => place.accountId)))
    changed({ type: "outbox.wished", accountId, inboxIds: [] });
}
