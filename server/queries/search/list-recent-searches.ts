import { recentSearchesOf } from "#db/queries/search/recent-searches";
import type { Page } from "#lib/contracts/paging";
import type { Agent } from "../../auth/agent.ts";
import { store } from "../../store.ts";

export async function listRecentSearches(agent: Agent): Promise<Page<{ query: string }>> {
  return { items: await recentSearchesOf(store().read, agent.id), nextCursor: null };
}
