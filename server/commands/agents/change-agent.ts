import type { Db } from "#db/dialect/sqlite";
import { countActiveAdmins, findAgent, updateAgent } from "#db/queries/agents/agents";
import { revokeApiTokensOfAgent } from "#db/queries/agents/api-tokens";
import { inboxIdsOfAgent } from "#db/queries/agents/askers";
import { replaceInboxesOfAgent } from "#db/queries/agents/inboxes";
import { revokeInvitationsTo } from "#db/queries/agents/invitations";
import { revokeSessionsOfAgent } from "#db/queries/agents/sessions";
import type { Change } from "#lib/contracts/change";
import type { ChangeAgent } from "#lib/contracts/agent";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { refuseUnknownInboxes } from "./invite-agent.ts";

/** A new role or a deactivation ends the agent's sessions at once; a deactivation ends their tokens and open links too. */
export async function changeAgent(by: Agent, agentId: number, change: ChangeAgent): Promise<void> {
  if (!can(by, "agents.manage", null)) throw new AppError("forbidden", "Only admins change agents.");
  if (change.deactivated && by.id === agentId) throw new AppError("conflict", "You cannot deactivate yourself.");
  await commit(async (tx, changed) => {
    const at = now();
    const agent = await findAgent(tx, agentId);
    if (!agent) throw new AppError("not_found", "There is no such agent.");
    const { name, role, deactivated, inboxIds } = change;
    await updateAgent(tx, agentId, {
      name: name ?? agent.name,
      role: role ?? agent.role,
      deactivatedAt: deactivated === undefined ? agent.deactivatedAt : deactivated ? (agent.deactivatedAt ?? at) : null,
    });
    const wasAdmin = agent.role === "admin" && agent.passwordHash !== null && !agent.deactivatedAt;
    if (wasAdmin && (await countActiveAdmins(tx)) === 0)
      throw new AppError("conflict", "Somebody has to be admin: make another agent one first.");
    if (inboxIds) await moveToInboxes(tx, agentId, inboxIds, changed);
    if (deactivated || (role !== undefined && role !== agent.role)) {
      await revokeSessionsOfAgent(tx, agentId, at);
      changed({ type: "session.ended", agentId });
    }
    if (deactivated) {
      await revokeApiTokensOfAgent(tx, agentId, at);
      await revokeInvitationsTo(tx, agent.emailAddress, at);
    }
    changed({ type: "agent.changed", agentId });
  });
}

async function moveToInboxes(tx: Db, agentId: number, inboxIds: number[], changed: (change: Change) => void) {
  await refuseUnknownInboxes(tx, inboxIds);
  const before = await inboxIdsOfAgent(tx, agentId);
  await replaceInboxesOfAgent(tx, agentId, inboxIds);
  for (const inboxId of new Set([...before, ...inboxIds]))
    if (before.includes(inboxId) !== inboxIds.includes(inboxId))
      changed({ type: "inbox.changed", inboxId, inboxIds: [inboxId] });
}
