import { saveWorkspaceRow } from "#db/queries/agents/workspace";
import type { ChangeWorkspace } from "#lib/contracts/agent";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";

export async function changeWorkspace(agent: Agent, { name, agentsMayConnect }: ChangeWorkspace): Promise<void> {
  if (!can(agent, "workspace.change", null)) throw new AppError("forbidden", "Only admins change the workspace.");
  await commit(async (tx, changed) => {
    await saveWorkspaceRow(tx, {
      ...(name !== undefined && { name }),
      ...(agentsMayConnect !== undefined && { agentsMayConnect }),
    });
    changed({ type: "workspace.changed" });
  });
}
