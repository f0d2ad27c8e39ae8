import { eq, gte, isNull, lt, sql, type SQL } from "drizzle-orm";
import type { Literal } from "#lib/search/normal-form";
import type { SearchLeaf } from "#lib/search/query-tree";
import { matchText } from "../../dialect/sqlite.ts";
import { accounts, agents, conversationTags, messages, notes, placements, tags } from "../../schema/index.ts";
import type { InboxRow, Scope } from "./scope.ts";
import { liesIn } from "./view-condition.ts";

/** What one condition of a search asks of a conversation's row in one inbox. What only messages can answer is no question here. */
export function searchCondition(row: InboxRow, inboxId: number | SQL, { leaf, not }: Literal, scope: Scope): SQL {
  const condition = plainCondition(row, inboxId, leaf, scope);
  return not ? sql`not coalesce(${condition}, false)` : sql`(${condition})`;
}

function plainCondition(row: InboxRow, inboxId: number | SQL, leaf: SearchLeaf, scope: Scope): SQL {
  switch (leaf.kind) {
    case "text":
    case "folder":
      throw new Error("Words and folders are asked of messages.");
    case "tag":
      return sql`exists (select 1 from ${conversationTags} join ${tags} on ${tags.id} = ${conversationTags.tagId}
        where ${conversationTags.conversationId} = ${row.conversationId} and lower(${tags.name}) = lower(${leaf.value}))`;
    case "assignee":
      return assignedTo(row, leaf.value, scope);
    case "account":
      return inAccount(row, inboxId, leaf.value);
    case "status":
      return eq(row.status, leaf.value);
    case "role":
      return liesIn(row, leaf.value);
    // As the partial indexes spell it: a parameter would not show that they serve.
    case "unseen":
      return sql`${row.unseenCount} > 0`;
    case "flagged":
      return sql`${row.flagged} = 1`;
    case "snoozed":
      return sql`(${row.snoozedUntil} is not null and ${row.snoozedUntil} > ${scope.now.getTime()})`;
    case "attachment":
      return sql`${row.attachmentCount} > 0`;
    case "note":
      return sql`exists (select 1 from ${notes}
        where ${notes.conversationId} = ${row.conversationId} and ${notes.inboxId} = ${inboxId})`;
    case "before":
      return lt(row.lastMessageAt, leaf.at);
    case "after":
      return gte(row.lastMessageAt, leaf.at);
    default:
      return leaf satisfies never;
  }
}

function assignedTo(row: InboxRow, who: string, scope: Scope): SQL {
  if (who === "none") return isNull(row.assigneeId);
  if (who === "me") return sql`(${row.assigneeId} is not null and ${row.assigneeId} = ${scope.agentId})`;
  return sql`(${row.assigneeId} is not null and ${row.assigneeId} in (select ${agents.id} from ${agents}
    where ${matchText(agents.name, who)} or ${matchText(agents.emailAddress, who)}))`;
}

/** Served by `messages_by_conversation` and `placements_by_message`; joined crosswise, which fixes the order. */
function inAccount(row: InboxRow, inboxId: number | SQL, name: string): SQL {
  return sql`exists (select 1 from ${messages} mine cross join ${placements} p cross join ${accounts} a
    where mine.conversation_id = ${row.conversationId} and p.message_id = mine.id and p.missing_since is null
      and a.id = p.account_id + 0 and a.inbox_id = ${inboxId} and ${isAccountNamed(name)})`;
}

/** Of the account `a`. */
export function isAccountNamed(name: string): SQL {
  return sql`(${matchText(sql`a.name`, name)} or ${matchText(sql`a.email_address`, name)})`;
}
