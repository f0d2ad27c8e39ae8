import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { UidRange } from "#server/imap/session";
import { differingRanges } from "./differing-ranges.ts";

const within = (top: number): UidRange => ({ from: 1, to: top });
const counting = (uids: readonly number[]) => {
  const asked: UidRange[] = [];
  const count = (range: UidRange) => {
    asked.push(range);
    return Promise.resolve(uids.filter((uid) => uid >= range.from && uid <= range.to).length);
  };
  return { asked, count };
};

/** Every second UID, as in a folder that much was deleted from. */
const sparse = (length: number) => Array.from({ length }, (_, index) => 2 * index + 1);

it("finds the one that went, among 100,000, in a dozen answers and a list of two thousand", async () => {
  const known = sparse(100_000);
  const there = known.filter((uid) => uid !== 60_001);
  const { asked, count } = counting(there);
  const ranges = await differingRanges(known, within(200_000), count);
  expect(ranges).toHaveLength(1);
  const [range] = ranges ?? [];
  expect(range && range.from <= 60_001 && range.to >= 60_001).toBe(true);
  expect(known.filter((uid) => range && uid >= range.from && uid <= range.to).length).toBeLessThanOrEqual(2000);
  expect(asked.length).toBeLessThan(12);
});

it("covers every difference that changes a number, and asks nothing where all is equal", async () => {
  const uid = fc.integer({ min: 1, max: 40_000 });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(uid, { maxLength: 15 }), fc.boolean(), async (changed, isGone) => {
      const known = isGone ? sparse(20_000) : sparse(20_000).filter((one) => !changed.includes(one));
      const there = isGone ? known.filter((one) => !changed.includes(one)) : sparse(20_000);
      const { asked, count } = counting(there);
      const ranges = (await differingRanges(known, within(40_000), count)) ?? [];
      const differing = (isGone ? known : there).filter((one) => changed.includes(one));
      expect(differing.every((one) => ranges.some(({ from, to }) => one >= from && one <= to))).toBe(true);
      if (differing.length === 0) expect([ranges, asked.length]).toEqual([[], 1]);
    }),
    { numRuns: 40 },
  );
});

it("finds mail that came below and above all that is known", async () => {
  const known = sparse(3000).map((uid) => uid + 5000);
  const { count } = counting([3, ...known, 12_000]);
  const ranges = await differingRanges(known, within(20_000), count);
  expect([3, 12_000].map((uid) => ranges?.some(({ from, to }) => uid >= from && uid <= to))).toEqual([true, true]);
});

it("gives up when the server stops counting", async () => {
  const { count } = counting(sparse(10_000).slice(1));
  let left = 2;
  const tiring = (range: UidRange) => ((left -= 1) < 0 ? Promise.resolve(null) : count(range));
  expect(await differingRanges(sparse(10_000), within(20_000), tiring)).toBeNull();
});

it("gives up where mail went all over the folder", async () => {
  const known = sparse(100_000);
  const { asked, count } = counting(known.filter((uid) => uid % 4001 !== 0));
  expect(await differingRanges(known, within(200_000), count)).toBeNull();
  expect(asked.length).toBeLessThan(60);
});
