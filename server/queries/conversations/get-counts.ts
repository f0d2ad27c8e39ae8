import {
  countAtHand,
  countOwnDrafts,
  countPlaces,
  countSnoozed,
  countTags,
} from "#db/queries/conversations/count-views";
import type { Store } from "#db/dialect/sqlite";
import type { Counts } from "#lib/contracts/conversation";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { singleton } from "../../singleton.ts";
import { store } from "../../store.ts";

type Places = Awaited<ReturnType<typeof countPlaces>>;

/** The sidebar's numbers, over everything the agent may see. */
export async function getCounts(agent: Agent): Promise<Counts> {
  const db = store().read;
  const scope = { agentId: agent.id, inboxIds: agent.inboxIds, now: now() };
  const { unseen, ...atHand } = await countAtHand(db, scope);
  const places = await placesOf(store(), agent.inboxIds);
  const tags = await countTags(db, scope);
  return {
    views: {
      ...atHand,
      ...places,
      snoozed: await countSnoozed(db, scope),
      drafts: places.drafts + (await countOwnDrafts(db, agent.inboxIds)),
    },
    unseen,
    tags: Object.fromEntries(tags.map(({ tagId, count }) => [String(tagId), count])),
  };
}

/** A change makes every browser ask at once, and this part, which reads all rows, is the same for a whole team. */
async function placesOf(from: Store, inboxIds: number[]): Promise<Places> {
  const kept = singleton("place-counts", () => new WeakMap<Store, { version: number; counts: Map<string, Places> }>());
  const version = from.dataVersion();
  let known = kept.get(from);
  if (known?.version !== version) kept.set(from, (known = { version, counts: new Map() }));
  const key = inboxIds.join();
  const counts = known.counts.get(key) ?? (await countPlaces(from.read, inboxIds));
  known.counts.set(key, counts);
  return counts;
}
