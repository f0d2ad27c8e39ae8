import { findAgent, updateAgent } from "#db/queries/agents/agents";
import { revokeInvitationsTo } from "#db/queries/agents/invitations";
import { revokeSessionsOfAgent } from "#db/queries/agents/sessions";
import type { ChangePassword } from "#lib/contracts/agent";
import type { Agent } from "#server/auth/agent";
import { hashPassword, isPassword } from "#server/auth/passwords";
import { forgive, spend, type Limit } from "#server/auth/rate-limit";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { store } from "#server/store";

const perAgent: Limit = { name: "change-password", points: 5, durationSeconds: 900, blockSeconds: 60 };

/**
 * Ends every other session of the agent, and reset links that are still open.
 * @param sessionId the one that asks and stays; null for a token
 */
export async function changePassword(
  agent: Agent,
  sessionId: string | null,
  { currentPassword, newPassword }: ChangePassword,
): Promise<void> {
  await spend(perAgent, String(agent.id));
  const row = await findAgent(store().read, agent.id);
  if (!(await isPassword(currentPassword, row?.passwordHash ?? null))) {
    const issues = [{ path: "currentPassword", message: "This is not your password." }];
    throw new AppError("invalid", "This is not your password.", { issues });
  }
  await forgive(perAgent, String(agent.id));
  const passwordHash = await hashPassword(newPassword);
  await commit(async (tx, changed) => {
    const at = now();
    await updateAgent(tx, agent.id, { passwordHash });
    await revokeSessionsOfAgent(tx, agent.id, at, sessionId ?? "");
    await revokeInvitationsTo(tx, agent.emailAddress, at);
    changed({ type: "session.ended", agentId: agent.id });
  });
}
