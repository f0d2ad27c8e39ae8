import type { TextLeaf } from "#lib/search/query-tree";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { leafExpression } from "./text-expression.ts";

/** As the index is made: shorter beginnings have entries of their own. */
const prefixMax = 3;

/**
 * Whether asking the index about one document costs as much as asking about all: for a longer beginning of a word it puts all words
 * together that begin so, each time.
 */
export function isCostlyOneByOne(leaf: TextLeaf): boolean {
  return leaf.isOpen && Array.from(leaf.words.at(-1) ?? "").length > prefixMax;
}

/** Every document with these words. */
export function allMatches(db: Db, leaf: TextLeaf): ReadonlySet<number> {
  const found = prepared<number>(db, `select rowid from search_index where search_index match ?`).pluck();
  return new Set(found.all(leafExpression(leaf)));
}
