import { sql } from "drizzle-orm";
import type { ConversationStatus } from "#lib/contracts/vocabulary";
import type { Db } from "../../dialect/sqlite.ts";
import { listOf } from "./visible-message.ts";

export type FoundConversation = {
  id: number;
  status: ConversationStatus;
  assigneeId: number | null;
  /** Epoch milliseconds. */
  snoozedUntil: number | null;
  version: number;
};

/**
 * A conversation that one of these inboxes holds something of, or undefined. One that was merged stands for the one it was merged into,
 * however often. Served by the primary key and `conversation_inboxes_by_conversation_inbox`.
 */
export async function findConversation(
  db: Db,
  inboxIds: number[],
  conversationId: number,
): Promise<FoundConversation | undefined> {
  if (inboxIds.length === 0) return undefined;
  return db.get<FoundConversation | undefined>(sql`
    with recursive chain (id, next_id, depth) as (
      select id, merged_into_id, 0 from conversations where id = ${conversationId}
      union all
      select c.id, c.merged_into_id, chain.depth + 1 from conversations c join chain on c.id = chain.next_id where chain.depth < 100
    )
    select c.id, c.status, c.assignee_id as "assigneeId", c.snoozed_until as "snoozedUntil", c.version
    from chain join conversations c on c.id = chain.id
    where chain.next_id is null and exists (
      select 1 from conversation_inboxes i where i.conversation_id = c.id and i.inbox_id in (${listOf(inboxIds)}))`);
}
