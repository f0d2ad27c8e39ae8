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
import { textExpression } from "./text-expression.ts";

export type Direction = "newest" | "oldest";

/**
 * `index`: what the full-text index finds. `few`: the documents of a condition that few conversations meet, of those, with an expression,
 * what the index finds. `all`: all there are.
 */
export type Source = { from: number; to: number; direction: Direction } & (
  | { kind: "index"; expression: string }
  | { kind: "few"; ids: readonly number[]; expression: string | null }
  | { kind: "all" }
);

/** So many mails have no document of an instant's own any more; see `registerDocuments`. */
const crowdMs = 1000;
/** With more places to name than this, looking each document up costs less. */
const placesMax = 64;

export function sourceOf(db: Db, scope: Scope, alternative: Alternative, direction: Direction): Source {
  const bounds = { ...boundsOf(alternative), direction };
  const few = fewDocuments(db, scope, alternative);
  if (few) {
    const isCostly = alternative.some(({ leaf, not }) => !not && leaf.kind === "text" && isCostlyOneByOne(leaf));
    const ids = direction === "newest" ? few : few.toReversed();
    return { ...bounds, kind: "few", ids, expression: isCostly ? textExpression(alternative, null) : null };
  }
  const expression = textExpression(alternative, placeWords(db, scope));
  return expression === null ? { ...bounds, kind: "all" } : { ...bounds, kind: "index", expression };
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
  const { expression, from, to } = source;
  const last =
    prepared<number>(db, selectNth)
      .pluck()
      .get(expression, from, to, amongMax - 1) ?? to;
  return prepared<Scored>(db, selectScored).all(expression, from, last);
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

/** Null when the inboxes hold all there is, or too many accounts to name. */
function placeWords(db: Db, scope: Scope): string[] | null {
  const isIn: SQL = sql`inbox_id in (${listOf(scope.inboxIds)})`;
  const rows = db.all<{ id: number; isIn: number }>(sql`select id, ${isIn} as "isIn" from accounts`);
  const mine = rows.filter((one) => one.isIn === 1);
  if (mine.length === rows.length || mine.length > placesMax) return null;
  return [...mine.map(({ id }) => accountWord(id)), ...scope.inboxIds.map(inboxWord)];
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
