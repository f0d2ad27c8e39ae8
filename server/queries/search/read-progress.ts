import { progressOf } from "#db/queries/search/progress";
import type { SearchProgress } from "#lib/contracts/search";
import type { Agent } from "../../auth/agent.ts";
import { store } from "../../store.ts";

/** As it was counted last, which is some seconds ago while texts come in. */
export function readProgress(agent: Agent): Promise<SearchProgress> {
  return progressOf(store().read, agent.inboxIds);
}
