import { insertApiToken } from "#db/queries/agents/api-tokens";
import type { AddToken, ApiToken } from "#lib/contracts/agent";
import type { Agent } from "#server/auth/agent";
import { hashToken, newToken } from "#server/auth/tokens";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";

/** Acts as the agent, with their rights at that time. Told once: only its hash is kept. */
export async function addToken(agent: Pick<Agent, "id">, { name, scope }: AddToken): Promise<ApiToken> {
  const token = newToken();
  const tokenHash = hashToken(token);
  if (!tokenHash) throw new Error("A new token has a hash.");
  const row = await commit((tx) => insertApiToken(tx, { agentId: agent.id, name, scope, tokenHash, createdAt: now() }));
  return { id: row.id, name, scope, lastUsedAt: null, createdAt: row.createdAt.toISOString(), token };
}
