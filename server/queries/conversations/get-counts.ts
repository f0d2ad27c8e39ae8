import {
  countAtHand,
  countOwnDrafts,
  countPlaces,
  countSnoozed,
  countTags,
  nextWakeAt,
} from "#db/queries/conversations/count-views";
import type { Db, Store } from "#db/dialect/sqlite";
import type { Counts } from "#lib/contracts/conversation";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { singleton } from "../../singleton.ts";
import { store } from "../../store.ts";

type Places = Awaited<ReturnType<typeof countPlaces>>;

/** Counting that takes longer than this is nothing that a page waits for. */
const pageWaitMs = 30;

/** What was counted at one state of the store, which anybody's next commit ends. */
type Kept = { version: number; places: Map<string, Places>; counts: Map<string, { counts: Counts; until: number }> };

/** The sidebar's numbers, over everything the agent may see. Counted once for each state of the store: every page begins with them. */
export async function getCounts(agent: Agent): Promise<Counts> {
  const kept = keptOf(store());
  const key = keyOf(agent);
  const known = kept.counts.get(key);
  if (known && now().getTime() < known.until) return known.counts;
  const wakesAt = await nextWakeAt(store().read, now());
  const startedAt = performance.now();
  const counts = await count(agent, kept);
  pace().tookMs = performance.now() - startedAt;
  kept.counts.set(key, { counts, until: wakesAt?.getTime() ?? Infinity });
  return counts;
}

/** The same for a page's first paint: undefined where it would wait for them. The browser then asks for them by itself, and shows what it had. */
export async function countsForPage(agent: Agent): Promise<Counts | undefined> {
  const isKept = keptOf(store()).counts.has(keyOf(agent));
  return isKept || pace().tookMs <= pageWaitMs ? getCounts(agent) : undefined;
}

/** How long the last counting took. */
function pace(): { tookMs: number } {
  return singleton("counting-pace", () => ({ tookMs: 0 }));
}

function keyOf(agent: Agent): string {
  return `${agent.id} of ${agent.inboxIds.join()}`;
}

function keptOf(from: Store): Kept {
  const stores = singleton("counts", () => new WeakMap<Store, Kept>());
  const version = from.dataVersion();
  const known = stores.get(from);
  if (known?.version === version) return known;
  const fresh: Kept = { version, places: new Map(), counts: new Map() };
  stores.set(from, fresh);
  return fresh;
}

async function count(agent: Agent, kept: Kept): Promise<Counts> {
  const db = store().read;
  const scope = { agentId: agent.id, inboxIds: agent.inboxIds, now: now() };
  const { unseen, ...atHand } = await countAtHand(db, scope);
  const places = await placesOf(db, agent.inboxIds, kept);
  const tags = await countTags(db, scope);
  return {
    views: {
      ...atHand,
      ...places,
      snoozed: await countSnoozed(db, scope),
      drafts: places.drafts + (await countOwnDrafts(db, agent.inboxIds)),
    },
    unseen,
    tags: Object.fromEntries(tags.map(({ tagId, count: number }) => [String(tagId), number])),
  };
}

/** A change makes every browser ask at once, and this part, which reads all rows, is the same for a whole team. */
async function placesOf(db: Db, inboxIds: number[], { places }: Kept): Promise<Places> {
  const key = inboxIds.join();
  const counts = places.get(key) ?? (await countPlaces(db, inboxIds));
  places.set(key, counts);
  return counts;
}
