import { route } from "#server/http/route";
import { listAgents } from "#server/queries/agents/list-agents";
import { Agent } from "#lib/contracts/agent";
import { pageOf } from "#lib/contracts/paging";

export const GET = route({ summary: "Everybody who works here", response: pageOf(Agent) }, ({ agent }) =>
  listAgents(agent),
);
