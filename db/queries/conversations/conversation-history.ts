import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { activities, agents, notes } from "../../schema/index.ts";

/** What members of these inboxes wrote down about it, in order; served by `notes_by_conversation`. */
export async function notesOfConversation(db: Db, inboxIds: number[], conversationId: number) {
  return db
    .select({
      id: notes.id,
      text: notes.text,
      createdAt: notes.createdAt,
      authorId: agents.id,
      authorName: agents.name,
    })
    .from(notes)
    .leftJoin(agents, eq(agents.id, notes.authorId))
    .where(and(eq(notes.conversationId, conversationId), inArray(notes.inboxId, inboxIds)))
    .orderBy(asc(notes.createdAt), asc(notes.id));
}

/** What happened to it, in order; served by `activities_by_conversation`. */
export async function activitiesOfConversation(db: Db, conversationId: number) {
  return db
    .select({
      id: activities.id,
      kind: activities.kind,
      data: activities.data,
      createdAt: activities.createdAt,
      agentId: agents.id,
      agentName: agents.name,
    })
    .from(activities)
    .leftJoin(agents, eq(agents.id, activities.agentId))
    .where(eq(activities.conversationId, conversationId))
    .orderBy(asc(activities.createdAt), asc(activities.id));
}
