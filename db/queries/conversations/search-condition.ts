import { eq, gt, gte, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import type { SearchTerm } from "#lib/search/parse-query";
import { matchText } from "../../dialect/sqlite.ts";
import { agents, conversationTags, folders, messageBodies, messages, notes, tags } from "../../schema/index.ts";
import type { InboxRow, Scope } from "./scope.ts";
import { isSnoozed, liesIn } from "./view-condition.ts";
import { liesInInbox, shownFolderId } from "./visible-message.ts";

/**
 * What one term of a search asks of a conversation's row in one inbox. Text is looked for only in messages that lie in that inbox's
 * accounts: a colleague must not learn by searching what they may not read.
 */
export function searchCondition(row: InboxRow, inboxId: number, term: SearchTerm, scope: Scope): SQL {
  const condition = plainCondition(row, inboxId, term, scope);
  return term.not ? sql`not coalesce(${condition}, false)` : sql`(${condition})`;
}

function plainCondition(row: InboxRow, inboxId: number, term: SearchTerm, scope: Scope): SQL {
  switch (term.kind) {
    case "text":
      return sql`(${matchText(row.subject, term.value)} or ${matchText(row.participants, term.value)} or ${hasMessage(row, inboxId, anywhere(term.value))})`;
    case "subject":
      return sql`(${matchText(row.subject, term.value)} or ${hasMessage(row, inboxId, matchText(messages.subject, term.value))})`;
    case "from":
      return hasMessage(
        row,
        inboxId,
        sql`(${matchText(messages.fromAddress, term.value)} or ${matchText(messages.fromName, term.value)})`,
      );
    case "to":
      return hasMessage(
        row,
        inboxId,
        sql`(${matchText(messages.to, term.value)} or ${matchText(messages.cc, term.value)})`,
      );
    case "folder":
      return hasMessage(row, inboxId, inFolderNamed(term.value));
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
      return sql`exists (select 1 from ${notes} where ${notes.conversationId} = ${row.conversationId} and ${notes.inboxId} = ${inboxId})`;
    case "before":
      return lt(row.lastMessageAt, term.at);
    case "after":
      return gte(row.lastMessageAt, term.at);
    default:
      return term satisfies never;
  }
}

/** Evaluated once a query, not once a row: the inbox is a constant in it. */
function hasMessage(row: InboxRow, inboxId: number, condition: SQL): SQL {
  return sql`${row.conversationId} in (select ${messages.conversationId} from ${messages}
    left join ${messageBodies} on ${messageBodies.messageId} = ${messages.id}
    where ${condition} and ${liesInInbox(sql`${inboxId}`)})`;
}

function anywhere(text: string): SQL {
  return sql`(${or(
    matchText(messages.subject, text),
    matchText(messages.fromName, text),
    matchText(messages.fromAddress, text),
    matchText(messages.preview, text),
    matchText(messageBodies.text, text),
  )})`;
}

function inFolderNamed(name: string): SQL {
  return sql`exists (select 1 from placements p join ${folders} on ${folders.id} = ${shownFolderId}
    where p.message_id = ${messages.id} and p.missing_since is null and lower(${folders.name}) = lower(${name}))`;
}

function assignedTo(row: InboxRow, who: string, scope: Scope): SQL {
  if (who === "none") return isNull(row.assigneeId);
  if (who === "me") return sql`(${row.assigneeId} is not null and ${row.assigneeId} = ${scope.agentId})`;
  return sql`${row.assigneeId} in (select ${agents.id} from ${agents}
    where ${matchText(agents.name, who)} or ${matchText(agents.emailAddress, who)})`;
}
