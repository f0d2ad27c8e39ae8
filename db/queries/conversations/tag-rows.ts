import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { tags } from "../../schema/index.ts";

export async function allTags(db: Db) {
  return db
    .select({ id: tags.id, name: tags.name, color: tags.color })
    .from(tags)
    .orderBy(asc(sql`lower(${tags.name})`), asc(tags.id));
}

export async function findTagNamed(db: Db, name: string): Promise<number | undefined> {
  const [row] = await db
    .select({ id: tags.id })
    .from(tags)
    .where(sql`lower(${tags.name}) = lower(${name})`);
  return row?.id;
}

export async function addTag(tx: Db, tag: typeof tags.$inferInsert): Promise<number> {
  const [row] = await tx.insert(tags).values(tag).returning({ id: tags.id });
  if (!row) throw new Error("An insert returned no row.");
  return row.id;
}

export async function changeTag(tx: Db, tagId: number, tag: { name: string; color: number }): Promise<boolean> {
  const changed = { ...tag, isSample: false };
  return (await tx.update(tags).set(changed).where(eq(tags.id, tagId)).returning({ id: tags.id })).length > 0;
}

export async function deleteTag(tx: Db, tagId: number): Promise<boolean> {
  return (await tx.delete(tags).where(eq(tags.id, tagId)).returning({ id: tags.id })).length > 0;
}
