import { and, asc, count, eq, isNotNull, isNull, or } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { agents } from "../../schema/index.ts";

type AgentRow = typeof agents.$inferSelect;
type NewAgent = Omit<typeof agents.$inferInsert, "id">;

/** Served by `agents_by_email`. */
export async function findAgentByEmail(db: Db, emailAddress: string): Promise<AgentRow | undefined> {
  const [row] = await db.select().from(agents).where(eq(agents.emailAddress, emailAddress));
  return row;
}

export async function findAgent(db: Db, agentId: number): Promise<AgentRow | undefined> {
  const [row] = await db.select().from(agents).where(eq(agents.id, agentId));
  return row;
}

export async function insertAgent(tx: Db, agent: NewAgent): Promise<number> {
  const [row] = await tx.insert(agents).values(agent).returning({ id: agents.id });
  if (!row) throw new Error("An insert returned no row.");
  return row.id;
}

export async function updateAgent(tx: Db, agentId: number, values: Partial<NewAgent>): Promise<void> {
  await tx.update(agents).set(values).where(eq(agents.id, agentId));
}

/** By name; without those whose invitation was taken back before they ever came. */
export async function listAgentRows(db: Db): Promise<AgentRow[]> {
  return db
    .select()
    .from(agents)
    .where(or(isNotNull(agents.passwordHash), isNull(agents.deactivatedAt)))
    .orderBy(asc(agents.name), asc(agents.id));
}

/** Admins who can sign in. */
export async function countActiveAdmins(db: Db): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(agents)
    .where(and(eq(agents.role, "admin"), isNull(agents.deactivatedAt), isNotNull(agents.passwordHash)));
  return row?.total ?? 0;
}

/** Where to reach the admins who work here. */
export async function adminAddresses(db: Db): Promise<{ name: string; address: string }[]> {
  return db
    .select({ name: agents.name, address: agents.emailAddress })
    .from(agents)
    .where(and(eq(agents.role, "admin"), isNull(agents.deactivatedAt), isNotNull(agents.passwordHash)))
    .orderBy(asc(agents.id));
}
