import { sql, type SQL } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { conversationInboxes, messages, notes, searchDocuments } from "../../schema/index.ts";
import type { Scope } from "../conversations/scope.ts";
import { listOf } from "../conversations/visible-message.ts";
import { isVisible } from "./document-condition.ts";

export type MatchingDocument = {
  id: number;
  messageId: number | null;
  noteId: number | null;
  conversationId: number;
  inboxId: number;
};

/**
 * Of these documents, in their order, those that the asker may see and that meet the conditions: once for each inbox it is seen in. Joined
 * crosswise, which fixes the order: every row is found by a primary key, or by `conversation_inboxes_by_conversation_inbox`.
 */
export function keepMatches(
  db: Db,
  scope: Scope,
  ids: readonly number[],
  conditions: readonly SQL[],
): MatchingDocument[] {
  if (ids.length === 0) return [];
  return db.all<MatchingDocument>(matchesQuery(scope, ids, conditions));
}

/** Exported for the test that reads its plan. */
export function matchesQuery(scope: Scope, ids: readonly number[], conditions: readonly SQL[]): SQL {
  const row = conversationInboxes;
  return sql`
    select ${searchDocuments.id} as id, ${messages.id} as "messageId", ${notes.id} as "noteId",
      ${row.conversationId} as "conversationId", ${row.inboxId} as "inboxId"
    from json_each(${JSON.stringify(ids)}) candidate
    cross join ${searchDocuments}
    left join ${messages} on ${messages.id} = ${searchDocuments.messageId}
    left join ${notes} on ${notes.id} = ${searchDocuments.noteId}
    cross join ${row}
    where ${searchDocuments.id} = candidate.value
      and ${row.conversationId} = coalesce(${messages.conversationId}, ${notes.conversationId})
      and ${row.inboxId} in (${listOf(scope.inboxIds)})
      and (${isVisible}) ${sql.join(
        conditions.map((one) => sql`and (${one})`),
        sql` `,
      )}
    order by candidate.key, ${row.lastMessageAt} desc, ${row.inboxId}`;
}
