import type { Alternative } from "#lib/search/normal-form";
import { alternativesOf } from "#lib/search/normal-form";
import { parseQuery } from "#lib/search/parse-query";
import type { SearchNode } from "#lib/search/query-tree";
import { searchEn } from "#lib/strings/search.en";
import { AppError } from "../../errors.ts";

export type ReadQuery = { tree: SearchNode; alternatives: Alternative[] };

/** What was typed, to be carried out; null when there is nothing to look for. A mistake is refused with its code and place, which every language has words for; those here are the English ones. */
export function readQuery(text: string): ReadQuery | null {
  const { tree, mistakes } = parseQuery(text);
  if (mistakes.length > 0) {
    const issues = mistakes.map((one) => ({
      path: "q",
      message: searchEn.mistake(one),
      start: one.start,
      end: one.end,
    }));
    throw new AppError("invalid", issues[0]?.message ?? "The search cannot be read.", { issues, extra: { mistakes } });
  }
  return tree && { tree, alternatives: alternativesOf(tree) };
}
