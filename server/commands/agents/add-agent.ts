import { findAgentByEmail, insertAgent, updateAgent } from "#db/queries/agents/agents";
import { replaceInboxesOfAgent } from "#db/queries/agents/inboxes";
import { revokeInvitationsOfKind, revokeInvitationsTo } from "#db/queries/agents/invitations";
import type { AgentRole } from "#lib/contracts/vocabulary";
import { hashPassword } from "#server/auth/passwords";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { firstInbox } from "./first-inbox.ts";

type NewAgent = { emailAddress: string; name: string; role: AgentRole; password: string };

/** By the operator at the command line: active at once, without a link. The setup link ends with the first admin. */
export async function addAgent({ name, role, password, ...given }: NewAgent): Promise<number> {
  const emailAddress = given.emailAddress.toLowerCase();
  const passwordHash = await hashPassword(password);
  return commit(async (tx, changed) => {
    const at = now();
    const known = await findAgentByEmail(tx, emailAddress);
    if (known?.passwordHash && !known.deactivatedAt)
      throw new AppError("conflict", `${emailAddress} is an agent already.`);
    const values = { name, role, passwordHash, deactivatedAt: null };
    const agentId = known?.id ?? (await insertAgent(tx, { emailAddress, createdAt: at, ...values }));
    if (known) await updateAgent(tx, agentId, values);
    await revokeInvitationsTo(tx, emailAddress, at);
    if (role === "admin") await revokeInvitationsOfKind(tx, "setup", at);
    await replaceInboxesOfAgent(tx, agentId, await firstInbox(tx, changed, at));
    changed({ type: "agent.changed", agentId });
    return agentId;
  });
}
