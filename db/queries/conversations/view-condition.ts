import { aliasedTable, and, eq, gt, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import type { ConversationStatus, ConversationView } from "#lib/contracts/vocabulary";
import { roleBit, roleMask } from "#lib/mail/role-mask";
import type { FolderRole } from "#lib/contracts/vocabulary";
import { conversationInboxes, drafts } from "../../schema/index.ts";
import { isInRole } from "../../schema/is-in-role.ts";
import type { InboxRow, Scope } from "./scope.ts";
import { listOf } from "./visible-message.ts";

/** What a view asks of a conversation beyond its status. */
export function viewCondition(row: InboxRow, view: ConversationView, scope: Scope): SQL | undefined {
  switch (view) {
    case "open":
    case "pending":
      return atHand(row, scope.now);
    case "mine":
      return and(atHand(row, scope.now), eq(row.assigneeId, scope.agentId));
    case "unassigned":
      return and(atHand(row, scope.now), isNull(row.assigneeId));
    case "snoozed":
      return and(eq(row.listed, true), gt(row.snoozedUntil, scope.now));
    case "closed":
      return and(notThrownAway(row), isMoreThanDraft(row));
    case "all":
      return notThrownAway(row);
    case "drafts":
      return isDrafted(row, scope);
    case "sent":
    case "archive":
    case "junk":
    case "trash":
      return liesIn(row, view);
    default:
      return view satisfies never;
  }
}

/** The statuses a view shows, so that each can be read along `conversation_inboxes_by_status`; null for whatever status. */
export function viewStatuses(view: ConversationView): readonly ConversationStatus[] | null {
  switch (view) {
    case "open":
    case "unassigned":
      return ["open"];
    case "mine":
      return ["open", "pending"];
    case "pending":
      return ["pending"];
    case "closed":
      return ["closed"];
    default:
      return null;
  }
}

export function liesIn(row: InboxRow, role: FolderRole): SQL {
  return isInRole(row.roleMask, role);
}

export function isSnoozed(row: InboxRow, now: Date): SQL {
  return gt(row.snoozedUntil, now);
}

function atHand(row: InboxRow, now: Date): SQL | undefined {
  return and(eq(row.listed, true), or(isNull(row.snoozedUntil), lte(row.snoozedUntil, now)));
}

/** Not only in Trash and Junk; a conversation whose mail is gone and whose notes stay counts too. */
function notThrownAway(row: InboxRow): SQL {
  return sql`(${row.roleMask} = 0 or (${row.roleMask} & ~${roleMask(["trash", "junk"])}) <> 0)`;
}

/** A draft that stands alone is nothing that was dealt with. */
function isMoreThanDraft(row: InboxRow): SQL {
  return sql`${row.roleMask} <> ${roleBit("drafts")}`;
}

/**
 * A draft lies in it, here or on a server. Served by `conversation_inboxes_by_drafts` and `drafts_by_conversation`: what has one is looked up
 * first, for there is little of it.
 */
function isDrafted(row: InboxRow, scope: Scope): SQL | undefined {
  const mine = aliasedTable(conversationInboxes, "drafted");
  return and(
    sql`${row.conversationId} in (
      select ${mine.conversationId} from ${conversationInboxes} drafted
      where ${mine.inboxId} in (${listOf(scope.inboxIds)}) and ${liesIn(mine, "drafts")}
      union all select ${drafts.conversationId} from ${drafts})`,
    or(
      liesIn(row, "drafts"),
      sql`exists (select 1 from ${drafts} where ${drafts.conversationId} = ${row.conversationId})`,
    ),
  );
}
