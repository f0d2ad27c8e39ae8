/** Where a search looks: documents in the order asked for, as cheaply as they can be had. */
import { sql, type SQL } from "drizzle-orm";
import { firstIdAt, lastIdAt } from "#lib/search/document-id";
import type { Alternative } from "#lib/search/normal-form";
import { accountWord, inboxWord } from "#lib/search/place-word";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import type { Scope } from "../conversations/scope.ts";
import { listOf } from "../conversations/visible-message.ts";
import { isCostlyOneByOne } from "./all-matches.ts";
import { fewDocuments } from "./few-documents.ts";
import { isText, textExpression } from "./text-expression.ts";

export type Direction = "newest" | "oldest";

/**
 * `index`: what the full-text index finds; `placedExpression` leaves out what lies in other inboxes, as `expression` may not. `few`: the
 * documents of a condition that few conversations meet, of those, with an expression, what the index finds. `all`: all there are.
 */
export type Source = { from: number; to: number; direction: Direction } & (
  | { kind: "index"; expression: string; placedExpression: string }
  | { kind: "few"; ids: readonly number[]; expression: string | null }
  | { kind: "all" }
);

/** So many mails have no document of an instant's own any more; see `registerDocuments`. */
const crowdMs = 1000;
/** With more places to name than this, looking each document up costs less. */
const placesMax = 64;
/**
 * Where the inboxes hold more than this of all mail, what lies elsewhere is left out after the index has answered: it would look up every place
 * wherever the words come together at all, in whatever order, which takes three times as long as to find them.
 */
const shareOfMany = 0.3;

export function sourceOf(db: Db, scope: Scope, alternative: Alternative, direction: Direction): Source {
  const bounds = { ...boundsOf(alternative), direction };
  const few = fewDocuments(db, scope, alternative);
  if (few) {
    const isCostly = alternative.some(({ leaf, not }) => !not && leaf.kind === "text" && isCostlyOneByOne(leaf));
    const ids = direction === "newest" ? few : few.toReversed();
    return { ...bounds, kind: "few", ids, expression: isCostly ? textExpression(alternative, null) : null };
  }
  const places = placesOf(db, scope);
  const expression = textExpression(
    alternative,
    places.areMany && isOfWordsTogether(alternative) ? null : places.words,
  );
  const placedExpression = textExpression(alternative, places.words);
  if (expression === null || placedExpression === null) return { ...bounds, kind: "all" };
  return { ...bounds, kind: "index", expression, placedExpression };
}

/** The next ones behind `after`, by id, or all from the beginning. */
export function candidates(db: Db, source: Source, after: number | null, limit: number): number[] {
  const isNewest = source.direction === "newest";
  const from = isNewest && after !== null ? Math.max(source.from, after + 1) : source.from;
  const to = !isNewest && after !== null ? Math.min(source.to, after - 1) : source.to;
  switch (source.kind) {
    case "few":
      if (source.expression === null) return source.ids.filter((id) => id >= from && id <= to).slice(0, limit);
      return prepared<number>(db, isNewest ? selectFew : selectFewUp)
        .pluck()
        .all(source.expression, from, to, JSON.stringify(source.ids), limit);
    case "all":
      return prepared<number>(db, isNewest ? selectAll : selectAllUp)
        .pluck()
        .all(from, to, limit);
    case "index":
      return prepared<number>(db, isNewest ? selectFound : selectFoundUp)
        .pluck()
        .all(source.expression, from, to, limit);
    default:
      return source satisfies never;
  }
}

/** The best of the newest matches, with how good they are: less is better. */
export function bestCandidates(db: Db, source: Source & { kind: "index" }, amongMax: number): Scored[] {
  const { placedExpression, from, to } = source;
  const last =
    prepared<number>(db, selectNth)
      .pluck()
      .get(placedExpression, from, to, amongMax - 1) ?? to;
  return prepared<Scored>(db, selectScored).all(placedExpression, from, last);
}

export type Scored = { id: number; score: number };

function boundsOf(alternative: Alternative): { from: number; to: number } {
  let [from, to] = [0, Number.MAX_SAFE_INTEGER];
  for (const { leaf, not } of alternative) {
    if (leaf.kind !== "before" && leaf.kind !== "after") continue;
    if ((leaf.kind === "before") !== not) from = Math.max(from, lastIdAt(leaf.at.getTime()) + 1);
    else to = Math.min(to, firstIdAt(leaf.at.getTime() - crowdMs));
  }
  return { from, to };
}

type Places = {
  /** Null when the inboxes hold all there is, or too many accounts to name. */
  words: string[] | null;
  areMany: boolean;
};

function placesOf(db: Db, scope: Scope): Places {
  const isIn: SQL = sql`a.inbox_id in (${listOf(scope.inboxIds)})`;
  const rows = db.all<{ id: number; isIn: number; mailCount: number }>(sql`
    select a.id, ${isIn} as "isIn", coalesce(p.message_count, 0) as "mailCount"
    from accounts a left join search_progress p on p.account_id = a.id`);
  const mine = rows.filter((one) => one.isIn === 1);
  const areMany = countOf(mine) > countOf(rows) * shareOfMany;
  if (mine.length === rows.length || mine.length > placesMax) return { words: null, areMany };
  return { words: [...mine.map(({ id }) => accountWord(id)), ...scope.inboxIds.map(inboxWord)], areMany };
}

/** Words that must come together, and nothing else that most documents would fail. */
function isOfWordsTogether(alternative: Alternative): boolean {
  const wordCount = alternative.reduce((sum, { leaf }) => sum + (leaf.kind === "text" ? leaf.words.length : 0), 0);
  return wordCount > 1 && alternative.every((literal) => isText(literal) && !literal.not);
}

function countOf(rows: readonly { mailCount: number }[]): number {
  return rows.reduce((sum, { mailCount }) => sum + mailCount, 0);
}

const selectAll = `select id from search_documents where id between ? and ? order by id limit ?`;
const selectAllUp = `select id from search_documents where id between ? and ? order by id desc limit ?`;
const found = `select rowid from search_index where search_index match ? and rowid >= ? and rowid <= ?`;
const selectFound = `${found} order by rowid limit ?`;
const selectFoundUp = `${found} order by rowid desc limit ?`;
// The plus keeps FTS5 from carrying out the whole search once for each of them.
const foundAmong = `${found} and +rowid in (select value from json_each(?))`;
const selectFew = `${foundAmong} order by rowid limit ?`;
const selectFewUp = `${foundAmong} order by rowid desc limit ?`;
const selectNth = `${found} order by rowid limit 1 offset ?`;
// A word in a subject says more than one in a text; where it lies says nothing.
const selectScored = `
  select rowid as id, bm25(search_index, 8.0, 5.0, 2.0, 2.0, 1.0, 2.0, 1.0, 0.0) as score
  from search_index where search_index match ? and rowid >= ? and rowid <= ? order by score, rowid`;
