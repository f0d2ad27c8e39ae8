import type { Alternative } from "#lib/search/normal-form";
import { alternativesOf } from "#lib/search/normal-form";
import { parseQuery } from "#lib/search/parse-query";
import type { SearchMistake, SearchNode } from "#lib/search/query-tree";
import { AppError } from "../../errors.ts";

export type ReadQuery = { tree: SearchNode; alternatives: Alternative[] };

/** What was typed, to be carried out; null when there is nothing to look for. A mistake is refused with its place. */
export function readQuery(text: string): ReadQuery | null {
  const { tree, mistakes } = parseQuery(text);
  if (mistakes.length > 0) {
    const issues = mistakes.map((one) => ({ path: "q", message: explain(one), start: one.start, end: one.end }));
    throw new AppError("invalid", issues[0]?.message ?? "The search cannot be read.", { issues, extra: { mistakes } });
  }
  return tree && { tree, alternatives: alternativesOf(tree) };
}

function explain(mistake: SearchMistake): string {
  switch (mistake.code) {
    case "unknown-operator":
      return `There is no operator "${mistake.name}:"${mistake.nearest ? `; did you mean "${mistake.nearest}:"` : ""}. Put it in quotes to look for the words.`;
    case "unknown-value":
      return `"${mistake.operator}:" knows no "${mistake.value}"; it takes ${mistake.choices.join(", ")}.`;
    case "missing-value":
      return `"${mistake.operator}:" needs a value right behind the colon.`;
    case "bad-date":
      return `"${mistake.value}" is no date: write 2026-03-01, 2026-03 or 2026.`;
    case "no-words":
      return `"${mistake.value}" has no letters or digits to look for.`;
    case "open-quote":
      return "This quotation mark is never closed.";
    case "open-parenthesis":
      return "This parenthesis is never closed.";
    case "stray-parenthesis":
      return "This parenthesis closes nothing.";
    case "stray-or":
      return "OR stands between two things to look for.";
    case "stray-not":
      return "Something to leave out must follow.";
    case "too-long":
      return "These are too many words for one search.";
    case "too-deep":
      return "These are too many alternatives for one search.";
    default:
      return mistake satisfies never;
  }
}
