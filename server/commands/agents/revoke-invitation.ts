import { findAgentByEmail, updateAgent } from "#db/queries/agents/agents";
import { findOpenInvitationById, revokeInvitationsTo } from "#db/queries/agents/invitations";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";

/** The link ends; an agent who never came is listed no longer, and can be invited again. */
export async function revokeInvitation(by: Agent, invitationId: number): Promise<void> {
  if (!can(by, "agents.manage", null)) throw new AppError("forbidden", "Only admins take invitations back.");
  await commit(async (tx, changed) => {
    const at = now();
    const invitation = await findOpenInvitationById(tx, invitationId, at);
    if (!invitation || invitation.kind === "setup") throw new AppError("not_found", "This link has ended already.");
    await revokeInvitationsTo(tx, invitation.emailAddress, at);
    const agent = await findAgentByEmail(tx, invitation.emailAddress);
    if (!agent || agent.passwordHash) return;
    await updateAgent(tx, agent.id, { deactivatedAt: at });
    changed({ type: "agent.changed", agentId: agent.id });
  });
}
