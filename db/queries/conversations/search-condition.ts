import { eq, gt, gte, isNull, lt, sql, type SQL } from "drizzle-orm";
import type { SearchTerm } from "#lib/search/parse-query";
import { matchText } from "../../dialect/sqlite.ts";
import { agents, conversationTags, notes, tags } from "../../schema/index.ts";
import type { InboxRow, Scope } from "./scope.ts";
import type { FoundByInbox } from "./search-messages.ts";
import { isSnoozed, liesIn } from "./view-condition.ts";

/**
 * What one term of a search asks of a conversation's row in one inbox.
 * @param found what `searchMessages` found for it, when it asks for what stands in a message
 */
export function searchCondition(
  row: InboxRow,
  inboxId: number,
  term: SearchTerm,
  scope: Scope,
  found: FoundByInbox | undefined,
): SQL {
  const condition = plainCondition(row, inboxId, term, scope, found?.get(inboxId) ?? "[]");
  return term.not ? sql`not coalesce(${condition}, false)` : sql`(${condition})`;
}

function plainCondition(row: InboxRow, inboxId: number, term: SearchTerm, scope: Scope, foundIds: string): SQL {
  switch (term.kind) {
    case "text":
    case "subject":
    case "from":
    case "to":
    case "folder":
      return sql`${row.conversationId} in (select value from json_each(${foundIds}))`;
    case "tag":
      return sql`exists (select 1 from ${conversationTags} join ${tags} on ${tags.id} = ${conversationTags.tagId}
        where ${conversationTags.conversationId} = ${row.conversationId} and lower(${tags.name}) = lower(${term.value}))`;
    case "assignee":
      return assignedTo(row, term.value, scope);
    case "status":
      return eq(row.status, term.value);
    case "role":
      return liesIn(row, term.value);
    case "unseen":
      return gt(row.unseenCount, 0);
    case "flagged":
      return eq(row.flagged, true);
    case "snoozed":
      return isSnoozed(row, scope.now);
    case "attachment":
      return gt(row.attachmentCount, 0);
    case "note":
      return sql`exists (select 1 from ${notes}
        where ${notes.conversationId} = ${row.conversationId} and ${notes.inboxId} = ${inboxId})`;
    case "before":
      return lt(row.lastMessageAt, term.at);
    case "after":
      return gte(row.lastMessageAt, term.at);
    default:
      return term satisfies never;
  }
}

function assignedTo(row: InboxRow, who: string, scope: Scope): SQL {
  if (who === "none") return isNull(row.assigneeId);
  if (who === "me") return sql`(${row.assigneeId} is not null and ${row.assigneeId} = ${scope.agentId})`;
  return sql`${row.assigneeId} in (select ${agents.id} from ${agents}
    where ${matchText(agents.name, who)} or ${matchText(agents.emailAddress, who)})`;
}
