import { findApiToken, revokeApiToken } from "#db/queries/agents/api-tokens";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";

export async function revokeToken(agent: Agent, tokenId: number): Promise<void> {
  await commit(async (tx) => {
    const token = await findApiToken(tx, tokenId);
    if (!token || !can(agent, "token.revoke", token)) throw new AppError("not_found", "There is no such token.");
    await revokeApiToken(tx, tokenId, now());
  });
}
