import { deleteView } from "#db/queries/views/view-rows";
import type { Agent } from "../../auth/agent.ts";
import { commit } from "../../events/commit.ts";
import { changeableView } from "./changeable-view.ts";

export async function removeView(agent: Agent, viewId: number): Promise<void> {
  await commit(async (tx, changed) => {
    await changeableView(tx, agent, viewId);
    await deleteView(tx, viewId);
    changed({ type: "view.changed", viewId });
  });
}
