import { countTags, countViews } from "#db/queries/conversations/count-views";
import type { Counts } from "#lib/contracts/conversation";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { store } from "../../store.ts";

/** The sidebar's numbers, over everything the agent may see. */
export async function getCounts(agent: Agent): Promise<Counts> {
  const db = store().read;
  const scope = { agentId: agent.id, inboxIds: agent.inboxIds, now: now() };
  const { unseen, ...views } = await countViews(db, scope);
  const tags = await countTags(db, scope);
  return { views, unseen, tags: Object.fromEntries(tags.map(({ tagId, count }) => [String(tagId), count])) };
}
