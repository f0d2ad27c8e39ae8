import { viewsFor, type ViewRow } from "#db/queries/views/view-rows";
import type { Page } from "#lib/contracts/paging";
import type { SavedView } from "#lib/contracts/search";
import type { Agent } from "../../auth/agent.ts";
import { store } from "../../store.ts";

/** The agent's own saved searches and everybody's; what one finds is what the one who opens it may see. */
export async function listViews(agent: Agent): Promise<Page<SavedView>> {
  const rows = await viewsFor(store().read, agent.id);
  const present = ({ ownerId, ...view }: ViewRow): SavedView => ({
    ...view,
    own: ownerId === agent.id || agent.role === "admin",
  });
  return { items: rows.map(present), nextCursor: null };
}
