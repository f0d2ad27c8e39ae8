import { and, eq, gt, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import type { ConversationStatus, ConversationView } from "#lib/contracts/vocabulary";
import { roleBit, roleMask } from "#lib/mail/role-mask";
import type { FolderRole } from "#lib/contracts/vocabulary";
import { drafts } from "../../schema/index.ts";
import type { InboxRow, Scope } from "./scope.ts";

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
      return or(liesIn(row, "drafts"), hasDraft(row));
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
  return sql`(${row.roleMask} & ${roleBit(role)}) <> 0`;
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

/** Somebody is writing in it; served by `drafts_by_conversation`. */
function hasDraft(row: InboxRow): SQL {
  return sql`exists (select 1 from ${drafts} where ${drafts.conversationId} = ${row.conversationId})`;
}
