import type { Conversation } from "../contracts/conversation.ts";
import type { ConversationFilter } from "../inbox-location.ts";
import { isDraftAlone, isListed, isThrownAway, roleMask } from "../mail/role-mask.ts";

/** Who and when one asks: views speak of `me`, and of what lies ahead. */
export type Asker = { agentId: number; now: Date };

/**
 * Whether a conversation belongs in a list, as far as its row can tell.
 * @returns undefined where only the server knows: a search, one folder, drafts, who waits for us
 */
export function belongsTo(filter: ConversationFilter, row: Conversation, asker: Asker): boolean | undefined {
  if (filter.inbox !== undefined && !row.inboxIds.includes(filter.inbox)) return false;
  if (filter.account !== undefined && !row.accountIds.includes(filter.account)) return false;
  if (filter.assignee !== undefined && row.assignee?.id !== filter.assignee) return false;
  if (filter.tag !== undefined && !row.tags.some((tag) => tag.id === filter.tag)) return false;
  const isInView = belongsToView(filter, row, asker);
  if (isInView === false) return false;
  const isTold = filter.q === undefined && filter.folder === undefined && filter.sort !== "waiting";
  return isTold ? isInView : undefined;
}

function belongsToView({ view, folder, q }: ConversationFilter, row: Conversation, asker: Asker): boolean | undefined {
  // A folder or a search may look past the view.
  if (folder !== undefined || q !== undefined) return undefined;
  const listed = row.roles.length > 0 && isListed(roleMask(row.roles));
  const isSnoozed = row.snoozedUntil !== null && new Date(row.snoozedUntil) > asker.now;
  const isAtHand = listed && !isSnoozed;
  switch (view) {
    case "open":
      return isAtHand && row.status === "open";
    case "mine":
      return isAtHand && row.status !== "closed" && row.assignee?.id === asker.agentId;
    case "unassigned":
      return isAtHand && row.status === "open" && row.assignee === null;
    case "pending":
      return isAtHand && row.status === "pending";
    case "snoozed":
      return listed && isSnoozed;
    case "closed":
      return row.status === "closed" && !isThrownAway(row) && !isDraftAlone(row);
    case "all":
      return !isThrownAway(row);
    case "sent":
    case "archive":
    case "junk":
    case "trash":
      return row.roles.includes(view);
    case "drafts":
      return undefined;
    default:
      return view satisfies never;
  }
}
