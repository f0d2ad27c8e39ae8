import { and, inArray, sql, type SQL } from "drizzle-orm";
import type { Literal } from "#lib/search/normal-form";
import type { SearchLeaf } from "#lib/search/query-tree";
import type { Db } from "../../dialect/sqlite.ts";
import { conversationInboxes, folders, messages, notes, searchDocuments } from "../../schema/index.ts";
import { matches, shownTogether, type ConversationFilter } from "../conversations/page-of-conversations.ts";
import type { Scope } from "../conversations/scope.ts";
import { isAccountNamed, searchCondition } from "../conversations/search-condition.ts";
import { liesIn, viewStatuses } from "../conversations/view-condition.ts";
import { shownFolderId } from "../conversations/visible-message.ts";
import { leafExpression } from "./text-expression.ts";

const row = conversationInboxes;

/** Whether the document at hand may be read by members of the inbox at hand: a mail that lies there, or a note written there. */
export const isVisible: SQL = sql`case when ${notes.id} is not null then ${notes.inboxId} = ${row.inboxId}
  else ${placed(sql`true`)} or exists (select 1 from sends s cross join accounts a where s.message_id = ${messages.id}
    and s.state <> 'cancelled' and a.id = s.account_id and a.inbox_id = ${row.inboxId}) end`;

/** What the list asks of the conversation, and of where the message lies. */
export function listCondition(db: Db, filter: ConversationFilter, scope: Scope): SQL | undefined {
  const { accountId, folderId } = filter;
  const isAnywhere = filter.isAnywhere || folderId !== undefined;
  const statuses = isAnywhere ? null : viewStatuses(filter.view);
  const ofConversation = { ...filter, isAnywhere, accountId: undefined, folderId: undefined, literals: [] };
  return and(
    matches(db, row, 0, ofConversation, scope),
    statuses ? inArray(row.status, [...statuses]) : undefined,
    accountId === undefined ? undefined : placed(sql`p.account_id = ${accountId}`),
    folderId === undefined ? undefined : inFolder(sql`${folders.id} in ${shownTogether(folderId)}`),
  );
}

/** @param isFound whether the index has answered for the words already */
export function documentCondition(literal: Literal, scope: Scope, isFound: boolean): SQL | undefined {
  if (literal.leaf.kind === "text" && isFound) return undefined;
  const condition = plainCondition(literal.leaf, scope);
  return literal.not ? sql`not coalesce(${condition}, false)` : sql`(${condition})`;
}

function plainCondition(leaf: SearchLeaf, scope: Scope): SQL {
  switch (leaf.kind) {
    case "text":
      return sql`exists (select 1 from search_index
        where search_index match ${leafExpression(leaf)} and search_index.rowid = ${searchDocuments.id})`;
    case "folder":
      return inFolder(sql`lower(${folders.name}) = lower(${leaf.value})`);
    case "role":
      return sql`(${liesIn(row, leaf.value)} and (${notes.id} is not null or ${inFolder(sql`${folders.role} = ${leaf.value}`)}))`;
    case "account":
      return placed(isAccountNamed(leaf.value));
    case "attachment":
      return sql`${messages.attachmentCount} > 0`;
    case "before":
      return sql`coalesce(${messages.receivedAt}, ${notes.createdAt}) < ${leaf.at.getTime()}`;
    case "after":
      return sql`coalesce(${messages.receivedAt}, ${notes.createdAt}) >= ${leaf.at.getTime()}`;
    default:
      return searchCondition(row, sql`${row.inboxId}`, { leaf, not: false }, scope);
  }
}

/** Whether it lies in such a folder, or carries a label of Gmail's that is shown as one. */
function inFolder(condition: SQL): SQL {
  return placed(sql`exists (select 1 from ${folders} where ${condition} and (${folders.id} = ${shownFolderId}
    or ${folders.id} in (select l.folder_id from placement_labels l where l.placement_id = p.id)))`);
}

/** Whether the message at hand has a placement `p` in an account `a` of the inbox at hand for which this holds. */
function placed(condition: SQL): SQL {
  return sql`exists (select 1 from placements p cross join accounts a where p.message_id = ${messages.id}
    and p.missing_since is null and a.id = p.account_id + 0 and a.inbox_id = ${row.inboxId} and ${condition})`;
}
