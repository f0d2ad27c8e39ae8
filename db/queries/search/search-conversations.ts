/**
 * A search as a page of conversations, each with the message or note that was found. Alternatives are searched along their own index and
 * merged in the order of time; a conversation comes once, where its first match stands.
 */
import { firstIdAt, msOfId } from "#lib/search/document-id";
import type { Alternative } from "#lib/search/normal-form";
import type { Db } from "../../dialect/sqlite.ts";
import { pageOfConversations, type ConversationFilter } from "../conversations/page-of-conversations.ts";
import type { Scope } from "../conversations/scope.ts";
import type { Direction } from "./candidates.ts";
import { documentSearch, type DocumentSearch } from "./document-search.ts";
import type { MatchingDocument } from "./keep-matches.ts";
import { isOfMessage } from "./text-expression.ts";

export type FoundRow = {
  /** Where it stands in time, as a document's id. */
  key: number;
  conversationId: number;
  inboxId: number;
  messageId: number | null;
  noteId: number | null;
};

/** Where a page ended: the next one begins behind it. */
export type SearchCursor = { key: number; conversationId: number };
export type FoundPage = { rows: FoundRow[]; next: SearchCursor | null };

/** What all alternatives of one search may take together; a search for what hardly ever comes true goes on with the next page. */
const budgetMs = 60;

/** How far an alternative has been looked through; null when there is nothing behind. */
type Reading = { rows: FoundRow[]; scannedTo: SearchCursor | null };

type Branch = {
  read(cursor: SearchCursor | null, limit: number, deadline: number): Promise<Reading>;
  /** Where these conversations stand in it, before and behind the cursor. */
  placesOf(conversationIds: number[]): Promise<SearchCursor[]>;
};

export async function searchConversations(
  db: Db,
  scope: Scope,
  filter: ConversationFilter,
  alternatives: readonly Alternative[],
  cursor: SearchCursor | null,
  limit: number,
): Promise<FoundPage> {
  if (scope.inboxIds.length === 0) return { rows: [], next: null };
  const direction = filter.sort === "newest" ? "newest" : "oldest";
  // Finding out where to look is part of it.
  const deadline = performance.now() + budgetMs;
  const branches = alternatives.map((one) => branchFor(db, scope, filter, one, direction));
  const readings = [];
  for (const branch of branches) readings.push(await branch.read(cursor, limit + 1, deadline));
  const compare = (a: SearchCursor, b: SearchCursor) => comparePlaces(a, b, direction);
  // Behind what one alternative has not looked at yet, nothing can be told.
  const ends = readings.flatMap(({ scannedTo }) => scannedTo ?? []).sort(compare);
  const end = ends[0] ?? null;
  const rows = onceEach(
    readings
      .flatMap((reading) => reading.rows)
      .filter((row) => (!cursor || compare(row, cursor) > 0) && (!end || compare(row, end) <= 0))
      .sort(compare),
  );
  const shown = cursor ? await shownUpTo(branches, rows, cursor, direction) : new Set();
  const fresh = rows.filter((row) => !shown.has(row.conversationId));
  const page = fresh.slice(0, limit);
  const last = page.at(-1);
  if (fresh.length > limit && last) return { rows: page, next: { key: last.key, conversationId: last.conversationId } };
  return { rows: page, next: end };
}

function branchFor(
  db: Db,
  scope: Scope,
  filter: ConversationFilter,
  alternative: Alternative,
  direction: Direction,
): Branch {
  return alternative.some(({ leaf }) => isOfMessage(leaf))
    ? documentBranch(documentSearch(db, scope, filter, alternative, direction), direction)
    : conversationBranch(db, scope, { ...filter, literals: alternative }, direction);
}

function documentBranch(search: DocumentSearch, direction: Direction): Branch {
  const isNewest = direction === "newest";
  // The document at the cursor itself is read again: another conversation may stand at the same instant.
  const afterOf = ({ key }: SearchCursor) => (isNewest ? key - 1 : key + 1);
  return {
    read: async (cursor, limit, deadline) => {
      const { found, scannedTo } = search.harvest(cursor && afterOf(cursor), limit + 1, deadline);
      const end =
        scannedTo === null ? null : { key: scannedTo, conversationId: isNewest ? 0 : Number.MAX_SAFE_INTEGER };
      return { rows: found.map(asRow), scannedTo: end };
    },
    placesOf: async (ids) => search.matchesIn(ids).map(({ id, conversationId }) => ({ key: id, conversationId })),
  };
}

function asRow({ id, ...rest }: MatchingDocument): FoundRow {
  return { key: id, ...rest };
}

function conversationBranch(db: Db, scope: Scope, filter: ConversationFilter, direction: Direction): Branch {
  const rowsOf = async (more: Partial<ConversationFilter>, cursor: SearchCursor | null, limit: number) => {
    const listed = await pageOfConversations(
      db,
      scope,
      { ...filter, ...more },
      cursor && placeOf(cursor, direction),
      limit,
    );
    return listed.map(({ lastMessageAt, conversationId, inboxId }) => {
      const key = firstIdAt(lastMessageAt.getTime());
      return { key, conversationId, inboxId, messageId: null, noteId: null };
    });
  };
  return {
    read: async (cursor, limit) => {
      const rows = await rowsOf({}, cursor, limit);
      const last = rows.at(-1);
      const isAll = rows.length < limit || !last;
      return { rows, scannedTo: isAll ? null : { key: last.key, conversationId: last.conversationId } };
    },
    placesOf: (ids) => rowsOf({ onlyIds: ids }, null, ids.length),
  };
}

/** Conversations of one instant stand by their ids, at its first document. */
function placeOf({ key, conversationId }: SearchCursor, direction: Direction) {
  const ms = msOfId(key);
  const isAtFirst = key === firstIdAt(ms);
  return { lastMessageAt: new Date(ms), conversationId: isAtFirst ? conversationId : direction === "newest" ? 0 : -1 };
}

function comparePlaces(a: SearchCursor, b: SearchCursor, direction: Direction): number {
  const sign = direction === "newest" ? 1 : -1;
  return sign * (a.key - b.key || b.conversationId - a.conversationId);
}

/** Those that stood on a page before: a conversation is shown at its first match. */
async function shownUpTo(branches: Branch[], rows: readonly FoundRow[], cursor: SearchCursor, direction: Direction) {
  const ids = rows.map((row) => row.conversationId);
  const shown = new Set<number>();
  for (const branch of branches) {
    for (const place of await branch.placesOf(ids))
      if (comparePlaces(place, cursor, direction) <= 0) shown.add(place.conversationId);
  }
  return shown;
}

function onceEach(rows: readonly FoundRow[]): FoundRow[] {
  const seen = new Set<number>();
  return rows.filter((row) => !seen.has(row.conversationId) && seen.add(row.conversationId));
}
