import { aliasedTable, and, asc, desc, eq, exists, inArray, notExists, sql, type SQL } from "drizzle-orm";
import type { ConversationSort } from "#lib/contracts/conversation";
import type { ConversationStatus, ConversationView } from "#lib/contracts/vocabulary";
import type { Literal } from "#lib/search/normal-form";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import {
  accounts,
  conversationInboxes,
  conversationTags,
  messages,
  placementLabels,
  placements,
} from "../../schema/index.ts";
import { isBeingDeleted } from "../hidden-placement.ts";
import type { InboxRow, Scope } from "./scope.ts";
import { searchCondition } from "./search-condition.ts";
import { viewCondition, viewStatuses } from "./view-condition.ts";
import { shownFolderId } from "./visible-message.ts";

export type ConversationFilter = {
  view: ConversationView;
  /** The search says where to look, so the view adds nothing. */
  isAnywhere: boolean;
  accountId?: number | undefined;
  /** What lies in this folder, whatever the view; for the primary folder of a role, in all of its account with that role. */
  folderId?: number | undefined;
  assigneeId?: number | undefined;
  tagId?: number | undefined;
  /** What a search asks of the conversation itself. */
  literals: readonly Literal[];
  /** None but these. */
  onlyIds?: readonly number[] | undefined;
  sort: ConversationSort;
};

/** Where a page ended: the next one begins behind it. */
export type Cursor = { lastMessageAt: Date; conversationId: number };

export type ListedRow = Cursor & { inboxId: number };

/** So many can be looked up one by one within a few milliseconds. */
const fewMax = 3000;

/** One inbox, one status: read along an index in the order that is asked for. */
type Slice = { inboxId: number; status: ConversationStatus | null };

/**
 * One page behind `cursor`. Each inbox and status is read along `conversation_inboxes_by_status` or `conversation_inboxes_by_date` and the
 * heads are merged, so a page costs the same however long the list is. A conversation that lies in several of the inboxes comes once.
 */
export async function pageOfConversations(
  db: Db,
  scope: Scope,
  filter: ConversationFilter,
  cursor: Cursor | null,
  limit: number,
): Promise<ListedRow[]> {
  const rows: ListedRow[] = [];
  for (const slice of slicesOf(scope, filter))
    rows.push(...(await sliceQuery(db, scope, filter, slice, cursor, limit)));
  const sign = filter.sort === "newest" ? -1 : 1;
  const order = (a: ListedRow, b: ListedRow) =>
    sign * (a.lastMessageAt.getTime() - b.lastMessageAt.getTime() || a.conversationId - b.conversationId);
  return rows.sort(order).slice(0, limit);
}

function slicesOf(scope: Scope, filter: ConversationFilter): Slice[] {
  const statuses = filter.folderId === undefined ? viewStatuses(filter.view) : null;
  return scope.inboxIds.flatMap((inboxId) => (statuses ?? [null]).map((status) => ({ inboxId, status })));
}

/** Exported for the test that reads its plan. */
export function sliceQuery(
  db: Db,
  scope: Scope,
  filter: ConversationFilter,
  slice: Slice,
  cursor: Cursor | null,
  limit: number,
) {
  const row = conversationInboxes;
  const direction = filter.sort === "newest" ? desc : asc;
  return db
    .select({ conversationId: row.conversationId, inboxId: row.inboxId, lastMessageAt: row.lastMessageAt })
    .from(row)
    .where(
      and(
        // The plus keeps the indexes that are in order out of it.
        areFew(db, filter) ? sql`+${row.inboxId} = ${slice.inboxId}` : eq(row.inboxId, slice.inboxId),
        slice.status ? eq(row.status, slice.status) : undefined,
        behind(cursor, filter.sort),
        matches(db, row, slice.inboxId, filter, scope),
        ...isNewestMatch(db, slice.inboxId, filter, scope),
      ),
    )
    .orderBy(direction(row.lastMessageAt), direction(row.conversationId))
    .limit(limit);
}

/** Whether the filter leaves little: that is looked up and then put in order, where else all would be gone over in theirs. */
function areFew(db: Db, filter: ConversationFilter): boolean {
  const { view, tagId, folderId } = filter;
  const isOfDrafts = view === "drafts" && folderId === undefined && !filter.isAnywhere;
  return isOfDrafts || (tagId !== undefined && isRare(db, tagId));
}

function behind(cursor: Cursor | null, sort: ConversationSort): SQL | undefined {
  if (!cursor) return undefined;
  const position = sql`(${conversationInboxes.lastMessageAt}, ${conversationInboxes.conversationId})`;
  const end = sql`(${cursor.lastMessageAt.getTime()}, ${cursor.conversationId})`;
  return sort === "newest" ? sql`${position} < ${end}` : sql`${position} > ${end}`;
}

/** Of a conversation's rows in several inboxes the one with the newest message stands for it; equal ones by inbox. */
function isNewestMatch(db: Db, inboxId: number, filter: ConversationFilter, scope: Scope): SQL[] {
  const row = conversationInboxes;
  const other = aliasedTable(conversationInboxes, "other");
  return scope.inboxIds
    .filter((otherId) => otherId !== inboxId)
    .map((otherId) => {
      const isLater =
        otherId > inboxId
          ? sql`${other.lastMessageAt} >= ${row.lastMessageAt}`
          : sql`${other.lastMessageAt} > ${row.lastMessageAt}`;
      const same = and(eq(other.conversationId, row.conversationId), eq(other.inboxId, otherId), isLater);
      return notExists(
        db
          .select({ one: sql`1` })
          .from(other)
          .where(and(same, matches(db, other, otherId, filter, scope))),
      );
    });
}

/** What the filter asks of a conversation's row in one inbox. */
export function matches(
  db: Db,
  row: InboxRow,
  inboxId: number,
  filter: ConversationFilter,
  scope: Scope,
): SQL | undefined {
  return and(
    placeCondition(row, inboxId, filter, scope),
    filter.accountId === undefined ? undefined : inAccount(row, inboxId, filter.accountId),
    filter.assigneeId === undefined ? undefined : eq(row.assigneeId, filter.assigneeId),
    filter.onlyIds && inArray(row.conversationId, [...filter.onlyIds]),
    filter.tagId === undefined ? undefined : isTagged(db, row, filter.tagId),
    filter.sort === "waiting" ? waitsForUs(row) : undefined,
    ...filter.literals.map((literal) => searchCondition(row, inboxId, literal, scope)),
  );
}

function placeCondition(row: InboxRow, inboxId: number, filter: ConversationFilter, scope: Scope): SQL | undefined {
  if (filter.folderId !== undefined) return inFolder(row, inboxId, filter.folderId);
  return filter.isAnywhere ? undefined : viewCondition(row, filter.view, scope);
}

/** Of a common tag a list soon has its page, and each row is asked. */
function isTagged(db: Db, row: InboxRow, tagId: number): SQL {
  if (isRare(db, tagId)) return inArray(row.conversationId, tagged(db, tagId));
  return exists(tagged(db, tagId, eq(conversationTags.conversationId, row.conversationId)));
}

/** Served by `conversation_tags_by_tag`. */
function isRare(db: Db, tagId: number): boolean {
  const count =
    prepared<number>(db, countUpTo)
      .pluck()
      .get(tagId, fewMax + 1) ?? 0;
  return count <= fewMax;
}

const countUpTo = `select count(*) from (select 1 from conversation_tags where tag_id = ? limit ?)`;

function tagged(db: Db, tagId: number, more?: SQL) {
  return db
    .select({ id: conversationTags.conversationId })
    .from(conversationTags)
    .where(and(eq(conversationTags.tagId, tagId), more));
}

/** Served by `messages_by_conversation` and `placements_by_message`; a list stops at its limit, so rows are asked one by one. */
function inAccount(row: InboxRow, inboxId: number, accountId: number): SQL {
  // Joined crosswise, which fixes the order; the sum keeps `placements_by_account` out of it.
  return sql`exists (select 1 from ${messages} cross join ${placements} p cross join ${accounts} a
    where ${messages.conversationId} = ${row.conversationId} and p.message_id = ${messages.id} and p.missing_since is null
      and a.id = p.account_id and a.inbox_id = ${inboxId} and p.account_id + 0 = ${accountId})`;
}

/**
 * Served by `placements_by_folder_uid` and `placements_by_target`, of Gmail's labels by `placement_labels_by_folder`; read once a query.
 * Joined crosswise, which fixes the order: the planner would read all that the account holds.
 */
function inFolder(row: InboxRow, inboxId: number, folderId: number): SQL {
  const together = shownTogether(folderId);
  const lies = (where: SQL) => sql`
    select ${messages.conversationId} from ${together} t cross join ${placements} p cross join ${accounts} a cross join ${messages}
    where ${where} = t.id and ${shownFolderId} in ${together} and p.missing_since is null and not ${sql.raw(isBeingDeleted("p"))}
      and a.id = p.account_id and a.inbox_id = ${inboxId} and ${messages.id} = p.message_id`;
  return sql`${row.conversationId} in (${lies(sql`p.folder_id`)} union all ${lies(sql`p.moving_to_folder_id`)}
    union all
    select ${messages.conversationId} from ${together} t cross join ${placementLabels} l cross join ${placements} p
    cross join ${accounts} a cross join ${messages}
    where l.folder_id = t.id and p.id = l.placement_id and a.id = p.account_id and a.inbox_id = ${inboxId}
      and ${messages.id} = p.message_id)`;
}

/** A folder, and with the primary one of a role the others of that role. */
export function shownTogether(folderId: number): SQL {
  return sql`(select t.id from folders f join folders t
    on t.id = f.id or (t.account_id = f.account_id and t.role = f.role and f.is_primary = 1 and f.role <> 'none')
    where f.id = ${folderId})`;
}

/** The customer had the last word. */
function waitsForUs(row: InboxRow): SQL {
  return sql`exists (select 1 from ${messages} where ${messages.id} = ${row.lastMessageId} and ${messages.direction} = 'in')`;
}
