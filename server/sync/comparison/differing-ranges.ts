import type { UidRange } from "#server/imap/session";

/** So many UIDs are listed rather than halved again: a round trip costs more than they do. */
const listedMax = 2000;
/** Where this many differ, a list of everything costs fewer round trips than counting on. */
const rangesMax = 16;

/**
 * Where a server's UIDs and ours differ in number, found by counting halves: some twenty short answers in place of a list of millions. Equal
 * numbers prove nothing where one message went and another was never seen; the daily comparison lists everything.
 * @param known ascending
 * @param count how many UIDs of a range the server has; null when it cannot say
 * @returns null when counting leads nowhere
 */
export async function differingRanges(
  known: readonly number[],
  within: UidRange,
  count: (range: UidRange) => Promise<number | null>,
): Promise<UidRange[] | null> {
  const total = await count(within);
  if (total === null) return null;
  const differing: UidRange[] = [];
  const open: Part[] = [{ from: within.from, to: within.to, first: 0, last: known.length, there: total }];
  for (let part = open.pop(); part; part = open.pop()) {
    const here = part.last - part.first;
    if (here === part.there) continue;
    if (here <= listedMax) {
      if (differing.length === rangesMax) return null;
      differing.push({ from: part.from, to: part.to });
      continue;
    }
    const middle = part.first + (here >> 1);
    const border = known[middle] ?? part.to;
    const below = await count({ from: part.from, to: border - 1 });
    if (below === null) return null;
    // Mail that goes between two answers makes them contradict each other: both halves are looked at then.
    const above = Math.max(0, part.there - below);
    open.push({ ...part, to: border - 1, last: middle, there: below });
    open.push({ ...part, from: border, first: middle, there: above });
  }
  return differing;
}

/** A range of UIDs, those of ours that lie in it, and how many the server has there. */
type Part = UidRange & { first: number; last: number; there: number };
