import type { Db } from "#db/dialect/sqlite";
import { findAgentByEmail, insertAgent, updateAgent } from "#db/queries/agents/agents";
import { listInboxRows, replaceInboxesOfAgent } from "#db/queries/agents/inboxes";
import type { Invitation, InviteAgent } from "#lib/contracts/agent";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { firstInbox } from "./first-inbox.ts";
import { linkTo } from "./link-to.ts";

/**
 * The agent is listed at once, as invited; who was invited before gets a new link, and the old one ends.
 * @param by null: the operator at the command line
 */
export async function inviteAgent(by: Agent | null, { name, role, ...wish }: InviteAgent): Promise<Invitation> {
  if (by && !can(by, "agents.manage", null)) throw new AppError("forbidden", "Only admins invite agents.");
  const emailAddress = wish.emailAddress.toLowerCase();
  return commit(async (tx, changed) => {
    const at = now();
    const known = await findAgentByEmail(tx, emailAddress);
    if (known?.passwordHash) {
      const how = known.deactivatedAt ? "was an agent: activate them again instead" : "is an agent already";
      throw new AppError("conflict", `${emailAddress} ${how}.`);
    }
    const values = { name, role, deactivatedAt: null };
    const agentId = known?.id ?? (await insertAgent(tx, { emailAddress, createdAt: at, ...values }));
    if (known) await updateAgent(tx, agentId, values);
    const inboxIds = wish.inboxIds ?? (await firstInbox(tx, changed, at));
    await refuseUnknownInboxes(tx, inboxIds);
    await replaceInboxesOfAgent(tx, agentId, inboxIds);
    for (const inboxId of inboxIds) changed({ type: "inbox.changed", inboxId, inboxIds: [inboxId] });
    changed({ type: "agent.changed", agentId });
    return linkTo(tx, "invite", { emailAddress, name, role }, by?.id ?? null, at);
  });
}

/** @throws AppError `invalid` that names `inboxIds` */
export async function refuseUnknownInboxes(tx: Db, inboxIds: number[]): Promise<void> {
  const known = new Set((await listInboxRows(tx)).map((inbox) => inbox.id));
  const unknown = inboxIds.filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  const message = `There is no inbox ${unknown.join(", ")}.`;
  throw new AppError("invalid", message, { issues: [{ path: "inboxIds", message }] });
}
