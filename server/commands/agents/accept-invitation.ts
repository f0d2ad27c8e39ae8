import { findAgentByEmail, updateAgent } from "#db/queries/agents/agents";
import { consumeInvitation, findOpenInvitation, revokeInvitationsTo } from "#db/queries/agents/invitations";
import { revokeSessionsOfAgent } from "#db/queries/agents/sessions";
import type { AcceptInvitation } from "#lib/contracts/agent";
import { tourDue } from "#lib/first-minutes";
import { hashPassword } from "#server/auth/passwords";
import { hashToken } from "#server/auth/tokens";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { store } from "#server/store";

/** Sets the first password of an invited agent, or a new one by a reset link, which ends every session they had. Signs nobody in. */
export async function acceptInvitation({ token, name, password }: AcceptInvitation): Promise<void> {
  const tokenHash = hashToken(token);
  const invitation = tokenHash ? await findOpenInvitation(store().read, tokenHash, now()) : undefined;
  if (!invitation || invitation.kind === "setup") throw notOpen();
  const passwordHash = await hashPassword(password);
  await commit(async (tx, changed) => {
    const at = now();
    const agent = await findAgentByEmail(tx, invitation.emailAddress);
    const isUsed = await consumeInvitation(tx, invitation.id, at);
    if (!isUsed || !agent || agent.deactivatedAt) throw notOpen();
    const isNew = invitation.kind === "invite";
    await updateAgent(tx, agent.id, {
      passwordHash,
      ...(isNew && { name: name ?? agent.name, preferences: { ...agent.preferences, ...tourDue } }),
    });
    await revokeInvitationsTo(tx, invitation.emailAddress, at);
    await revokeSessionsOfAgent(tx, agent.id, at);
    changed({ type: "session.ended", agentId: agent.id });
    changed({ type: "agent.changed", agentId: agent.id });
  });
}

const notOpen = () => new AppError("not_found", "This link is not valid any more. Ask an admin for a new one.");
