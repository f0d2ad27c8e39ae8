import { listAgentRows } from "#db/queries/agents/agents";
import { listMemberships } from "#db/queries/agents/inboxes";
import type { Agent as AgentView } from "#lib/contracts/agent";
import type { Page } from "#lib/contracts/paging";
import type { Agent } from "#server/auth/agent";
import { store } from "#server/store";
import { presentAgent } from "./present-agent.ts";

/** Everybody who works here, by name, the invited and the deactivated among them: colleagues know each other. */
export async function listAgents(_agent: Agent | null): Promise<Page<AgentView>> {
  const [rows, memberships] = [await listAgentRows(store().read), await listMemberships(store().read)];
  const inboxIds = Map.groupBy(memberships, (row) => row.agentId);
  const items = rows.map((row) => presentAgent(row, inboxIds.get(row.id)?.map(({ inboxId }) => inboxId) ?? []));
  return { items, nextCursor: null };
}
