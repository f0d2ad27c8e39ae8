import { readWorkspaceRow } from "#db/queries/agents/workspace";
import type { Workspace } from "#lib/contracts/agent";
import { store } from "#server/store";

export async function readWorkspace(): Promise<Workspace> {
  return readWorkspaceRow(store().read);
}
