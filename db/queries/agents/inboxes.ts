import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { agents, inboxes, inboxMembers } from "../../schema/index.ts";

type NewInbox = { name: string; color?: number | undefined; createdAt: Date };

export async function insertInbox(tx: Db, { name, color = 0, createdAt }: NewInbox): Promise<number> {
  const [row] = await tx.insert(inboxes).values({ name, color, createdAt }).returning({ id: inboxes.id });
  if (!row) throw new Error("An insert returned no row.");
  return row.id;
}

export async function updateInbox(
  tx: Db,
  inboxId: number,
  { name, color }: { name: string; color?: number | undefined },
): Promise<void> {
  await tx
    .update(inboxes)
    .set({ name, ...(color !== undefined && { color }) })
    .where(eq(inboxes.id, inboxId));
}

export async function listInboxRows(db: Db): Promise<{ id: number; name: string; color: number }[]> {
  return db.select({ id: inboxes.id, name: inboxes.name, color: inboxes.color }).from(inboxes).orderBy(asc(inboxes.id));
}

/** Who belongs where, all of it. */
export async function listMemberships(db: Db): Promise<{ inboxId: number; agentId: number }[]> {
  return db
    .select({ inboxId: inboxMembers.inboxId, agentId: inboxMembers.agentId })
    .from(inboxMembers)
    .orderBy(asc(inboxMembers.inboxId), asc(inboxMembers.agentId));
}

export async function replaceInboxesOfAgent(tx: Db, agentId: number, inboxIds: number[]): Promise<void> {
  await tx.delete(inboxMembers).where(eq(inboxMembers.agentId, agentId));
  if (inboxIds.length > 0)
    await tx.insert(inboxMembers).values([...new Set(inboxIds)].map((inboxId) => ({ inboxId, agentId })));
}

export async function replaceMembersOfInbox(tx: Db, inboxId: number, agentIds: number[]): Promise<void> {
  await tx.delete(inboxMembers).where(eq(inboxMembers.inboxId, inboxId));
  if (agentIds.length > 0)
    await tx.insert(inboxMembers).values([...new Set(agentIds)].map((agentId) => ({ inboxId, agentId })));
}

export async function existingAgentIds(db: Db, agentIds: number[]): Promise<number[]> {
  const rows = await db.select({ id: agents.id }).from(agents).where(inArray(agents.id, agentIds));
  return rows.map((row) => row.id);
}
