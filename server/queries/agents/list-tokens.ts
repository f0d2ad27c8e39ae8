import { apiTokensOfAgent } from "#db/queries/agents/api-tokens";
import type { ApiToken } from "#lib/contracts/agent";
import type { Page } from "#lib/contracts/paging";
import type { Agent } from "#server/auth/agent";
import { store } from "#server/store";

/** The agent's own. */
export async function listTokens(agent: Agent): Promise<Page<ApiToken>> {
  const rows = await apiTokensOfAgent(store().read, agent.id);
  const items = rows.map(({ id, name, scope, lastUsedAt, createdAt }) => {
    return { id, name, scope, lastUsedAt: lastUsedAt?.toISOString() ?? null, createdAt: createdAt.toISOString() };
  });
  return { items, nextCursor: null };
}
