import type { Db } from "#db/dialect/sqlite";
import { findView, type ViewRow } from "#db/queries/views/view-rows";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";

/** One's own; admins may change what is everybody's, too. Of another's own nobody learns that it exists. */
export async function changeableView(tx: Db, agent: Agent, viewId: number): Promise<ViewRow> {
  const view = await findView(tx, viewId);
  if (!view || (view.ownerId !== agent.id && !view.shared)) throw new AppError("not_found", "There is no such view.");
  if (view.ownerId !== agent.id && agent.role !== "admin")
    throw new AppError("forbidden", "This view is another agent's: its owner and admins can change it.");
  return view;
}
