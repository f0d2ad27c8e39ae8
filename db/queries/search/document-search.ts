/** One alternative of a search, carried out message by message along the index. */
import { isNotNull, type SQL } from "drizzle-orm";
import type { Alternative } from "#lib/search/normal-form";
import type { Db } from "../../dialect/sqlite.ts";
import { messages } from "../../schema/index.ts";
import type { ConversationFilter } from "../conversations/page-of-conversations.ts";
import type { Scope } from "../conversations/scope.ts";
import { candidates, sourceOf, type Direction, type Source } from "./candidates.ts";
import { documentCondition, listCondition } from "./document-condition.ts";
import { documentsOf } from "./few-documents.ts";
import { keepMatches, type MatchingDocument } from "./keep-matches.ts";
import { allMatches, isCostlyOneByOne } from "./all-matches.ts";
import { sendersFitting, withoutSenderEnd } from "./sender-beginning.ts";
import { isText } from "./text-expression.ts";

/** What was found, in order; `scannedTo` when there may be more behind that id. */
type Harvest = { found: MatchingDocument[]; scannedTo: number | null };

export type DocumentSearch = {
  source: Source;
  /** One document a conversation, behind `after`. Ends early at the deadline: what is left is for the next page. */
  harvest(after: number | null, limit: number, deadline: number): Harvest;
  /** All matches in these conversations. */
  matchesIn(conversationIds: readonly number[]): MatchingDocument[];
  /** Those of these documents that match, in their order. */
  keep(ids: readonly number[]): MatchingDocument[];
};

const chunkMin = 120;
/** Where each look at the index costs much, one look for as many as most searches go through. */
const aheadOfCostly = { index: 5000, few: 300, all: 0 };
const chunkMax = 1000;
/** Less than this, at the pace of the last look, is no longer worth one. */
const affordableMin = 20;

export function documentSearch(
  db: Db,
  scope: Scope,
  filter: ConversationFilter,
  wanted: Alternative,
  direction: Direction,
): DocumentSearch {
  const alternative = wanted.map(withoutSenderEnd);
  const source = sourceOf(db, scope, alternative, direction);
  const isFound = source.kind === "index" || (source.kind === "few" && source.expression !== null);
  const costly = alternative.flatMap(({ leaf, not }) =>
    leaf.kind === "text" && isCostlyOneByOne(leaf) ? [{ leaf, not, matches: lazily(() => allMatches(db, leaf)) }] : [],
  );
  const fits = (id: number) => costly.every(({ not, matches }) => matches().has(id) !== not);
  const conditionsOf = (isIndexed: boolean): SQL[] =>
    [
      // A note is found by its words; what a search only leaves out, or asks of mail, is no matter of notes.
      alternative.some((literal) => isText(literal) && !literal.not) ? undefined : isNotNull(messages.id),
      listCondition(db, filter, scope),
      ...alternative.map((literal) =>
        costly.some(({ leaf }) => leaf === literal.leaf) ? undefined : documentCondition(literal, scope, isIndexed),
      ),
    ].filter((condition) => condition !== undefined);
  const keep = (ids: readonly number[]) =>
    keepMatches(db, scope, sendersFitting(db, wanted, isFound ? ids : ids.filter(fits)), conditionsOf(isFound));

  return {
    source,
    keep,
    harvest: (after, limit, deadline) =>
      harvest(readerOf(db, source, costly.length > 0 ? aheadOfCostly[source.kind] : 0), keep, after, limit, deadline),
    matchesIn: (conversationIds) => {
      const ids = documentsOf(db, conversationIds).filter(fits);
      return keepMatches(db, scope, sendersFitting(db, wanted, ids), conditionsOf(false));
    },
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The next candidates behind an id, fewer where they end. */
type Reader = (after: number | null, size: number) => number[];

/** @param ahead reads so many at once, and holds what is left of them for the next time */
function readerOf(db: Db, source: Source, ahead: number): Reader {
  let held: number[] = [];
  let isAtEnd = false;
  return (after, size) => {
    if (held.length < size && !isAtEnd) {
      const wanted = Math.max(size, ahead);
      const more = candidates(db, source, held.at(-1) ?? after, wanted);
      isAtEnd = more.length < wanted;
      held = held.concat(more);
    }
    return held.splice(0, size);
  };
}

function harvest(
  read: Reader,
  keep: DocumentSearch["keep"],
  after: number | null,
  limit: number,
  deadline: number,
): Harvest {
  const found = new Map<number, MatchingDocument>();
  let scannedTo = after;
  for (let size = Math.max(chunkMin, limit); ;) {
    const askedAt = performance.now();
    const ids = read(scannedTo, size);
    for (const one of keep(ids)) if (!found.has(one.conversationId)) found.set(one.conversationId, one);
    scannedTo = ids.at(-1) ?? scannedTo;
    if (ids.length < size) return { found: [...found.values()], scannedTo: null };
    const now = performance.now();
    const affordable = Math.floor((size * (deadline - now)) / Math.max(now - askedAt, 0.1));
    if (found.size >= limit || affordable < affordableMin) return { found: [...found.values()], scannedTo };
    size = Math.min(size * 3, chunkMax, affordable);
  }
}
