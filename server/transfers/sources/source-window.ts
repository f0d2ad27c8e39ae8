/** Of one step: what a kill costs. */
const nowMax = { count: 50, bytes: 8_000_000 };
/** What is fetched while a step is worked on. */
const aheadMax = { count: 100, bytes: 16_000_000 };

/** How many mails a window is chosen from. */
export const windowCount = nowMax.count + aheadMax.count;

/** The first of these for one step, at least one however large, and the next to be fetched meanwhile. */
export function sourceWindow<T>(items: readonly T[], bytesOf: (item: T) => number): { now: T[]; ahead: T[] } {
  const now = within(items, bytesOf, nowMax);
  if (now.length === 0) now.push(...items.slice(0, 1));
  return { now, ahead: within(items.slice(now.length), bytesOf, aheadMax) };
}

function within<T>(items: readonly T[], bytesOf: (item: T) => number, max: { count: number; bytes: number }): T[] {
  let bytes = 0;
  const end = items.findIndex((item, index) => index >= max.count || (bytes += bytesOf(item)) > max.bytes);
  return items.slice(0, end === -1 ? items.length : end);
}
