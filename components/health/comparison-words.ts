import type { AccountHealth, FolderComparison } from "#lib/contracts/sync-health";
import { strings } from "#lib/strings/strings";
import { formatCount } from "../settings/format-count.ts";

const words = strings.health.comparison;

type Counts = Pick<
  FolderComparison,
  | "totalCount" | "equalCount" | "differenceCount" | "mendedCount" | "pendingCount" | "newsCount" | "quarantinedCount"
>; // prettier-ignore

/** `12,431 of 12,431 equal`, or `3 differed, mended; 12,431 of 12,431 equal`. */
export function equalWords({ equalCount, totalCount, differenceCount, mendedCount }: Counts): string {
  const equal = words.equal(formatCount(equalCount), formatCount(totalCount));
  if (differenceCount === 0) return totalCount === 0 ? words.bothEmpty : equal;
  const mended =
    mendedCount === differenceCount
      ? words.allMended
      : mendedCount === 0
        ? words.notMended
        : words.someMended(formatCount(mendedCount));
  return `${words.differed(differenceCount, formatCount(differenceCount))}, ${mended}; ${equal}`;
}

/** Why what is not equal is no difference. */
export function restWords({ pendingCount, newsCount, quarantinedCount }: Counts): string[] {
  return [
    pendingCount > 0 ? words.pending(pendingCount, formatCount(pendingCount)) : "",
    newsCount > 0 ? words.news(newsCount, formatCount(newsCount)) : "",
    quarantinedCount > 0 ? words.quarantined(quarantinedCount, formatCount(quarantinedCount)) : "",
  ].filter((sentence) => sentence !== "");
}

/** What the comparison of a whole account says by now. */
export function comparisonWords({ state, comparison }: Pick<AccountHealth, "state" | "comparison">): string {
  switch (comparison.state) {
    case null:
      return words.never;
    case "wished":
      return state === "live" || state === "syncing" ? words.begins : words.waits;
    case "running":
      return words.running(formatCount(comparison.progress.done), formatCount(comparison.progress.total));
    case "done":
      return equalWords(comparison);
    case "failed":
      return comparison.detail || words.failed;
    default:
      return comparison.state satisfies never;
  }
}

export const isCompared = ({ comparison: { state } }: Pick<AccountHealth, "comparison">) =>
  state === "wished" || state === "running";
