import type { AccountHealth, FolderComparison } from "#lib/contracts/sync-health";
import type { Strings } from "#lib/strings/strings";
import { formatCount } from "../settings/format-count.ts";

type Counts = Pick<
  FolderComparison,
  | "totalCount" | "equalCount" | "differenceCount" | "mendedCount" | "pendingCount" | "newsCount" | "quarantinedCount"
>; // prettier-ignore

/** `12,431 of 12,431 equal`, or `3 differed, mended; 12,431 of 12,431 equal`. */
export function equalWords(strings: Strings, { equalCount, totalCount, differenceCount, mendedCount }: Counts): string {
  const words = strings.health.comparison;
  const equal = words.equal(formatCount(strings, equalCount), formatCount(strings, totalCount));
  if (differenceCount === 0) return totalCount === 0 ? words.bothEmpty : equal;
  const mended =
    mendedCount === differenceCount
      ? words.allMended
      : mendedCount === 0
        ? words.notMended
        : words.someMended(formatCount(strings, mendedCount));
  return `${words.differed(differenceCount, formatCount(strings, differenceCount))}, ${mended}; ${equal}`;
}

/** Why what is not equal is no difference. */
export function restWords(strings: Strings, { pendingCount, newsCount, quarantinedCount }: Counts): string[] {
  const words = strings.health.comparison;
  return [
    pendingCount > 0 ? words.pending(pendingCount, formatCount(strings, pendingCount)) : "",
    newsCount > 0 ? words.news(newsCount, formatCount(strings, newsCount)) : "",
    quarantinedCount > 0 ? words.quarantined(quarantinedCount, formatCount(strings, quarantinedCount)) : "",
  ].filter((sentence) => sentence !== "");
}

/** What the comparison of a whole account says by now. */
export function comparisonWords(
  strings: Strings,
  { state, comparison }: Pick<AccountHealth, "state" | "comparison">,
): string {
  const words = strings.health.comparison;
  switch (comparison.state) {
    case null:
      return words.never;
    case "wished":
      return state === "live" || state === "syncing" ? words.begins : words.waits;
    case "running":
      return words.running(
        formatCount(strings, comparison.progress.done),
        formatCount(strings, comparison.progress.total),
      );
    case "done":
      return equalWords(strings, comparison);
    case "failed":
      return strings.common.reason(comparison.detail) || words.failed;
    default:
      return comparison.state satisfies never;
  }
}

export const isCompared = ({ comparison: { state } }: Pick<AccountHealth, "comparison">) =>
  state === "wished" || state === "running";
