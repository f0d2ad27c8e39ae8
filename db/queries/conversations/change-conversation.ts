import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { ActivityKind, ConversationStatus } from "#lib/contracts/vocabulary";
import type { Db } from "../../dialect/sqlite.ts";
import {
  activities,
  agents,
  conversationInboxes,
  conversations,
  conversationTags,
  inboxMembers,
  notes,
  tags,
} from "../../schema/index.ts";

type Changes = {
  status?: ConversationStatus;
  closedAt?: Date | null;
  assigneeId?: number | null;
  snoozedUntil?: Date | null;
};

/** Writes what is new about it; its version rises even when that is nothing of its own. */
export async function changeConversation(tx: Db, conversationId: number, changes: Changes = {}): Promise<void> {
  await tx
    .update(conversations)
    .set({ ...changes, version: sql`${conversations.version} + 1` })
    .where(eq(conversations.id, conversationId));
}

export type NewActivity = { kind: ActivityKind; data: Record<string, unknown> };

export async function addActivities(
  tx: Db,
  where: { conversationId: number; agentId: number; createdAt: Date },
  added: NewActivity[],
): Promise<void> {
  if (added.length > 0) await tx.insert(activities).values(added.map((activity) => Object.assign({}, where, activity)));
}

/** Who works in an inbox that holds something of it; served by `conversation_inboxes_by_conversation_inbox`. */
export async function membersOfConversation(db: Db, conversationId: number): Promise<{ id: number; name: string }[]> {
  return db
    .selectDistinct({ id: agents.id, name: agents.name })
    .from(conversationInboxes)
    .innerJoin(inboxMembers, eq(inboxMembers.inboxId, conversationInboxes.inboxId))
    .innerJoin(agents, eq(agents.id, inboxMembers.agentId))
    .where(and(eq(conversationInboxes.conversationId, conversationId), isNull(agents.deactivatedAt)));
}

export async function tagIdsOfConversation(db: Db, conversationId: number): Promise<number[]> {
  const rows = await db
    .select({ tagId: conversationTags.tagId })
    .from(conversationTags)
    .where(eq(conversationTags.conversationId, conversationId));
  return rows.map((row) => row.tagId);
}

export async function existingTagIds(db: Db, tagIds: number[]): Promise<number[]> {
  const rows = await db.select({ id: tags.id }).from(tags).where(inArray(tags.id, tagIds));
  return rows.map((row) => row.id);
}

export async function addTags(tx: Db, conversationId: number, tagIds: number[]): Promise<void> {
  if (tagIds.length > 0) await tx.insert(conversationTags).values(tagIds.map((tagId) => ({ conversationId, tagId })));
}

export async function removeTags(tx: Db, conversationId: number, tagIds: number[]): Promise<void> {
  await tx
    .delete(conversationTags)
    .where(and(eq(conversationTags.conversationId, conversationId), inArray(conversationTags.tagId, tagIds)));
}

export async function addNoteRow(tx: Db, note: typeof notes.$inferInsert): Promise<number> {
  const [row] = await tx.insert(notes).values(note).returning({ id: notes.id });
  if (!row) throw new Error("An insert returned no row.");
  return row.id;
}

/** Of these inboxes the one where it has its newest message; a note is written there. */
export async function mainInboxOf(db: Db, inboxIds: number[], conversationId: number): Promise<number | undefined> {
  const [row] = await db
    .select({ inboxId: conversationInboxes.inboxId })
    .from(conversationInboxes)
    .where(and(eq(conversationInboxes.conversationId, conversationId), inArray(conversationInboxes.inboxId, inboxIds)))
    .orderBy(sql`${conversationInboxes.lastMessageAt} desc`)
    .limit(1);
  return row?.inboxId;
}
