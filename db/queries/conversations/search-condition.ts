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
      return sql`(${contains(row.subject, term.value)} or ${hasMessage(row, inboxId, anywhere(term.value))})`;
    case "subject":
      return sql`(${contains(row.subject, term.value)} or ${hasMessage(row, inboxId, contains(messages.subject, term.value))})`;
    case "from":
      return hasMessage(
        row,
        inboxId,
        sql`(${contains(messages.fromAddress, term.value)} or ${contains(messages.fromName, term.value)})`,
      );
    case "to":
      return hasMessage(row, inboxId, sql`(${names(messages.to, term.value)} or ${names(messages.cc, term.value)})`);
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

/**
 * Case-insensitive in every script: LIKE folds only ASCII (SQLite §LIKE), so a word with other letters is looked for in its usual spellings.
 */
function contains(column: Parameters<typeof matchText>[0], text: string): SQL {
  const lower = text.toLowerCase();
  const spellings = [text, lower, text.toUpperCase(), lower.charAt(0).toUpperCase() + lower.slice(1)];
  const fold = (spelling: string) => spelling.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const distinct = [...new Map(spellings.map((spelling) => [fold(spelling), spelling])).values()];
  return sql`(${sql.join(
    distinct.map((spelling) => matchText(column, spelling)),
    sql` or `,
  )})`;
}

/** Whether one of a list of addresses is or holds this; the whole text is looked at first, as most lists need no further look. */
function names(list: typeof messages.to | typeof messages.cc, text: string): SQL {
  return sql`(${contains(list, text)} and exists (select 1 from json_each(${list}) person
    where ${contains(sql`person.value ->> 'name'`, text)} or ${contains(sql`person.value ->> 'address'`, text)}))`;
}

/** Evaluated once a query, not once a row: the inbox is a constant in it. */
function hasMessage(row: InboxRow, inboxId: number, condition: SQL): SQL {
  return sql`${row.conversationId} in (select ${messages.conversationId} from ${messages}
    left join ${messageBodies} on ${messageBodies.messageId} = ${messages.id}
    where ${condition} and ${liesInInbox(sql`${inboxId}`)})`;
}

function anywhere(text: string): SQL {
  return sql`(${or(
    contains(messages.subject, text),
    contains(messages.fromName, text),
    contains(messages.fromAddress, text),
    names(messages.to, text),
    contains(messages.preview, text),
    contains(messageBodies.text, text),
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
    where ${contains(agents.name, who)} or ${contains(agents.emailAddress, who)})`;
}
