import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { agents, conversationInboxes, conversations, conversationTags, tags } from "../../schema/index.ts";
import { listOf } from "./visible-message.ts";

/**
 * These conversations as each of these inboxes sees them, newest message first; served by `conversation_inboxes_by_conversation_inbox`. The
 * plus fixes that: in the order that is asked for, the planner would rather go through all that an inbox has.
 */
export function conversationRows(db: Db, inboxIds: number[], conversationIds: number[]) {
  return db
    .select({
      conversationId: conversationInboxes.conversationId,
      inboxId: conversationInboxes.inboxId,
      subject: conversationInboxes.subject,
      preview: conversationInboxes.preview,
      participants: conversationInboxes.participants,
      lastMessageAt: conversationInboxes.lastMessageAt,
      messageCount: conversationInboxes.messageCount,
      attachmentCount: conversationInboxes.attachmentCount,
      unseenCount: conversationInboxes.unseenCount,
      flagged: conversationInboxes.flagged,
      roleMask: conversationInboxes.roleMask,
      status: conversations.status,
      snoozedUntil: conversations.snoozedUntil,
      version: conversations.version,
      assigneeId: agents.id,
      assigneeName: agents.name,
    })
    .from(conversationInboxes)
    .innerJoin(conversations, eq(conversations.id, conversationInboxes.conversationId))
    .leftJoin(agents, eq(agents.id, conversations.assigneeId))
    .where(
      and(
        inArray(conversationInboxes.conversationId, conversationIds),
        sql`+${conversationInboxes.inboxId} in (${listOf(inboxIds)})`,
      ),
    )
    .orderBy(desc(conversationInboxes.lastMessageAt), desc(conversationInboxes.inboxId));
}

/** By name; served by `conversation_tags_by_conversation_tag`. */
export async function tagsOfConversations(db: Db, conversationIds: number[]) {
  return db
    .select({ conversationId: conversationTags.conversationId, id: tags.id, name: tags.name, color: tags.color })
    .from(conversationTags)
    .innerJoin(tags, eq(tags.id, conversationTags.tagId))
    .where(inArray(conversationTags.conversationId, conversationIds))
    .orderBy(asc(tags.name), asc(tags.id));
}

/**
 * The accounts of these inboxes that hold something of each; served by `messages_by_conversation` and `placements_by_message`. Joined
 * crosswise, which fixes the order: the planner, knowing no numbers, would begin with the account and read all that it holds.
 */
export async function accountsOfConversations(
  db: Db,
  inboxIds: number[],
  conversationIds: number[],
): Promise<{ conversationId: number; accountId: number }[]> {
  return db.all(sql`
    select distinct m.conversation_id as "conversationId", a.id as "accountId" from messages m
    cross join placements p cross join accounts a
    where p.message_id = m.id and p.missing_since is null and a.id = p.account_id
      and m.conversation_id in (${listOf(conversationIds)}) and a.inbox_id in (${listOf(inboxIds)})
    union
    select s.conversation_id, a.id from sends s join accounts a on a.id = s.account_id
    where s.conversation_id in (${listOf(conversationIds)}) and s.state <> 'cancelled' and a.inbox_id in (${listOf(inboxIds)})
    order by 1, 2`);
}
