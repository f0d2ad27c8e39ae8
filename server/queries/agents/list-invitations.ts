import { listOpenInvitations } from "#db/queries/agents/invitations";
import type { Invitation } from "#lib/contracts/agent";
import type { Page } from "#lib/contracts/paging";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { store } from "#server/store";

/** Links that still wait for somebody, newest first; without their tokens, which nobody knows any more. */
export async function listInvitations(agent: Agent): Promise<Page<Invitation>> {
  if (!can(agent, "agents.manage", null)) throw new AppError("forbidden", "Only admins see invitations.");
  const rows = await listOpenInvitations(store().read, now());
  const items = rows.map(({ id, emailAddress, name, role, expiresAt }) => {
    return { id, emailAddress, name, role, expiresAt: expiresAt.toISOString() };
  });
  return { items, nextCursor: null };
}
