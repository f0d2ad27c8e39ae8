import type { Db } from "#db/dialect/sqlite";
import {
  existingAgentIds,
  insertInbox,
  listInboxRows,
  listMemberships,
  renameInbox,
  replaceMembersOfInbox,
} from "#db/queries/agents/inboxes";
import type { SaveInbox } from "#lib/contracts/agent";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";

/** Makes an inbox, whose only member is who made it unless told, or changes one: without `memberIds` its members stay. */
export async function saveInbox(agent: Agent, inboxId: number | null, { name, memberIds }: SaveInbox): Promise<number> {
  if (!can(agent, "inboxes.manage", null)) throw new AppError("forbidden", "Only admins change inboxes.");
  return commit(async (tx, changed) => {
    const id = inboxId ?? (await insertInbox(tx, name, now()));
    if (inboxId !== null) await renameKnown(tx, inboxId, name);
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

async function renameKnown(tx: Db, inboxId: number, name: string): Promise<void> {
  const isKnown = (await listInboxRows(tx)).some((inbox) => inbox.id === inboxId);
  if (!isKnown) throw new AppError("not_found", "There is no such inbox.");
  await renameInbox(tx, inboxId, name);
}

async function refuseUnknownAgents(tx: Db, memberIds: number[]): Promise<void> {
  const known = await existingAgentIds(tx, memberIds);
  if (memberIds.every((id) => known.includes(id))) return;
  const message = "Not all of them are agents.";
  throw new AppError("invalid", message, { issues: [{ path: "memberIds", message }] });
}
