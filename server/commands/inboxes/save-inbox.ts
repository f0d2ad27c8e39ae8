import type { Db } from "#db/dialect/sqlite";
import {
  existingAgentIds,
  insertInbox,
  listInboxRows,
  listMemberships,
  replaceMembersOfInbox,
  updateInbox,
} from "#db/queries/agents/inboxes";
import type { SaveInbox } from "#lib/contracts/agent";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";

/** Makes an inbox, whose only member is who made it unless told, or changes one: without `memberIds` its members stay, without `color` its colour. */
export async function saveInbox(agent: Agent, inboxId: number | null, saved: SaveInbox): Promise<number> {
  const { name, color, memberIds } = saved;
  if (!can(agent, "inboxes.manage", null)) throw new AppError("forbidden", "Only admins change inboxes.");
  return commit(async (tx, changed) => {
    const id = inboxId ?? (await insertInbox(tx, { name, color, createdAt: now() }));
    if (inboxId !== null) await changeKnown(tx, inboxId, saved);
    const members = memberIds ?? (inboxId === null ? [agent.id] : undefined);
    if (members) {
      const before = (await listMemberships(tx)).filter((row) => row.inboxId === id).map((row) => row.agentId);
      await refuseUnknownAgents(tx, members);
      await replaceMembersOfInbox(tx, id, members);
      for (const agentId of new Set([...before, ...members]))
        if (before.includes(agentId) !== members.includes(agentId)) changed({ type: "agent.changed", agentId });
    }
    changed({ type: "inbox.changed", inboxId: id, inboxIds: [id] });
    return id;
  });
}

async function changeKnown(tx: Db, inboxId: number, saved: SaveInbox): Promise<void> {
  const isKnown = (await listInboxRows(tx)).some((inbox) => inbox.id === inboxId);
  if (!isKnown) throw new AppError("not_found", "There is no such inbox.");
  await updateInbox(tx, inboxId, saved);
}

async function refuseUnknownAgents(tx: Db, memberIds: number[]): Promise<void> {
  const known = await existingAgentIds(tx, memberIds);
  if (memberIds.every((id) => known.includes(id))) return;
  const message = "Not all of them are agents.";
  throw new AppError("invalid", message, { issues: [{ path: "memberIds", message }] });
}
