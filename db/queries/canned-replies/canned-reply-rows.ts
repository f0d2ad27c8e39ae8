import { asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { cannedReplies } from "../../schema/index.ts";

export type CannedReplyRow = { id: number; inboxId: number | null; name: string; html: string };

const columns = {
  id: cannedReplies.id,
  inboxId: cannedReplies.inboxId,
  name: cannedReplies.name,
  html: cannedReplies.html,
};

/** Everybody's and those of these inboxes, by name; served by `canned_replies_by_inbox`. */
export async function cannedRepliesOf(db: Db, inboxIds: number[]): Promise<CannedReplyRow[]> {
  return db
    .select(columns)
    .from(cannedReplies)
    .where(or(isNull(cannedReplies.inboxId), inArray(cannedReplies.inboxId, inboxIds)))
    .orderBy(asc(sql`lower(${cannedReplies.name})`), asc(cannedReplies.id));
}

export async function findCannedReply(db: Db, id: number): Promise<CannedReplyRow | undefined> {
  const [row] = await db.select(columns).from(cannedReplies).where(eq(cannedReplies.id, id));
  return row;
}

/** @param inboxId null for everybody's */
export async function countCannedReplies(db: Db, inboxId: number | null): Promise<number> {
  return db.$count(
    cannedReplies,
    inboxId === null ? isNull(cannedReplies.inboxId) : eq(cannedReplies.inboxId, inboxId),
  );
}

export async function insertCannedReply(tx: Db, reply: typeof cannedReplies.$inferInsert): Promise<number> {
  const [row] = await tx.insert(cannedReplies).values(reply).returning({ id: cannedReplies.id });
  if (!row) throw new Error("An insert returned no row.");
  return row.id;
}

export async function updateCannedReply(tx: Db, { id, ...reply }: CannedReplyRow): Promise<void> {
  await tx.update(cannedReplies).set(reply).where(eq(cannedReplies.id, id));
}

export async function deleteCannedReply(tx: Db, id: number): Promise<void> {
  await tx.delete(cannedReplies).where(eq(cannedReplies.id, id));
}
