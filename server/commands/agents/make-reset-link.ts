import { findAgent } from "#db/queries/agents/agents";
import type { Invitation } from "#lib/contracts/agent";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { linkTo } from "./link-to.ts";

/** For an agent who forgot their password, valid one hour; one who never came gets their invitation anew. */
export async function makeResetLink(by: Agent, agentId: number): Promise<Invitation> {
  if (!can(by, "agents.manage", null)) throw new AppError("forbidden", "Only admins make such links.");
  return commit(async (tx) => {
    const agent = await findAgent(tx, agentId);
    if (!agent) throw new AppError("not_found", "There is no such agent.");
    if (agent.deactivatedAt) throw new AppError("conflict", `${agent.name} is deactivated. Activate them first.`);
    return linkTo(tx, agent.passwordHash ? "reset" : "invite", agent, by.id, now());
  });
}
