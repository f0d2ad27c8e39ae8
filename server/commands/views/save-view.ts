import { addView, changeView } from "#db/queries/views/view-rows";
import type { SavedView, SaveView } from "#lib/contracts/search";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { changeableView } from "./changeable-view.ts";

/** @param viewId the one to change; null makes a new one */
export async function saveView(agent: Agent, viewId: number | null, view: SaveView): Promise<SavedView> {
  return commit(async (tx, changed) => {
    if (viewId !== null) await changeableView(tx, agent, viewId);
    const id = viewId ?? (await addView(tx, { ...view, ownerId: agent.id, createdAt: now() }));
    if (viewId !== null) await changeView(tx, id, view);
    changed({ type: "view.changed", viewId: id });
    return { id, ...view, own: true };
  });
}
