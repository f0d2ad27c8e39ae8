import { findAgent } from "#db/queries/agents/agents";
import { readWorkspaceRow } from "#db/queries/agents/workspace";
import type { Me } from "#lib/contracts/agent";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { store } from "#server/store";
import { presentAgent } from "./present-agent.ts";

export async function readMe(agent: Agent): Promise<Me> {
  const row = await findAgent(store().read, agent.id);
  if (!row) throw new AppError("not_found", "There is no such agent.");
  const { name: workspaceName } = await readWorkspaceRow(store().read);
  const { signature, language, preferences } = row;
  return { ...presentAgent(row, agent.inboxIds), signature, language, preferences, workspaceName };
}
