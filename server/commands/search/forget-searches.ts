import { forgetRecentSearches } from "#db/queries/search/recent-searches";
import type { Agent } from "../../auth/agent.ts";
import { commit } from "../../events/commit.ts";

export async function forgetSearches(agent: Agent): Promise<undefined> {
  await commit(async (tx) => forgetRecentSearches(tx, agent.id));
  return undefined;
}
