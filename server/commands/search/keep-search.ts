import { keepRecentSearch } from "#db/queries/search/recent-searches";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";

/** Nobody else hears of it. */
export async function keepSearch(agent: Agent, query: string): Promise<undefined> {
  await commit(async (tx) => keepRecentSearch(tx, agent.id, query, now()));
  return undefined;
}
