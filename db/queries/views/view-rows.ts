import { asc, eq, or, sql } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { views } from "../../schema/index.ts";

export type ViewRow = { id: number; name: string; query: string; shared: boolean; ownerId: number | null };

const columns = { id: views.id, name: views.name, query: views.query, shared: views.shared, ownerId: views.ownerId };

/** The agent's own and everybody's, by name. */
export async function viewsFor(db: Db, agentId: number): Promise<ViewRow[]> {
  return db
    .select(columns)
    .from(views)
    .where(or(eq(views.ownerId, agentId), eq(views.shared, true)))
    .orderBy(asc(sql`lower(${views.name})`), asc(views.id));
}

export async function findView(db: Db, id: number): Promise<ViewRow | undefined> {
  const [row] = await db.select(columns).from(views).where(eq(views.id, id));
  return row;
}

export async function addView(tx: Db, view: typeof views.$inferInsert): Promise<number> {
  const [row] = await tx.insert(views).values(view).returning({ id: views.id });
  if (!row) throw new Error("An insert returned no row.");
  return row.id;
}

export async function changeView(tx: Db, id: number, view: Pick<ViewRow, "name" | "query" | "shared">): Promise<void> {
  await tx.update(views).set(view).where(eq(views.id, id));
}

export async function deleteView(tx: Db, id: number): Promise<void> {
  await tx.delete(views).where(eq(views.id, id));
}
