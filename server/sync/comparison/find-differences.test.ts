import { describe, expect, it } from "vitest";
import type { ComparedPlacement } from "#db/queries/sync/compared-placements";
import { findDifferences, type BothSides } from "./find-differences.ts";
import { uidWindows } from "./uid-windows.ts";

const here = (uid: number, wishes: Partial<ComparedPlacement> = {}): ComparedPlacement => ({
  uid,
  seen: 0,
  flagged: 0,
  answered: 0,
  draft: 0,
  deleted: 0,
  keywords: "[]",
  labels: "[]",
  isMissing: 0,
  isPending: 0,
  ...wishes,
});

const there = (uid: number, flags: string[] = [], modseq: bigint | null = null, labels?: string[]) => ({
  uid,
  flags,
  modseq,
  ...(labels && { labels }),
});

function compare(stored: ComparedPlacement[], rows: ReturnType<typeof there>[], more: Partial<BothSides> = {}) {
  const listed = new Set(rows.map((row) => row.uid));
  const flags = new Map(rows.map((row) => [row.uid, row]));
  const usual = { listed, wanted: listed, flags, quarantined: new Set<number>(), vanished: new Set<number>() };
  return findDifferences({ stored, modseqAnchor: null, ...usual, ...more });
}

describe("what is different", () => {
  it("is nothing when flags are the same, in whatever order and spelling of system flags", () => {
    const stored = [here(1, { seen: 1, keywords: '["$Label1","Todo"]' }), here(2)];
    const rows = [there(1, ["Todo", "\\SEEN", "$Label1", "\\Recent"]), there(2)];
    expect(compare(stored, rows)).toMatchObject({ totalCount: 2, equalCount: 2, differences: [] });
  });

  it("is a keyword or a label that one side does not have", () => {
    const { differences } = compare(
      [here(1), here(2, { labels: '["\\\\Important"]' })],
      [there(1, ["Todo"]), there(2, [], null, [])],
    );
    expect(differences).toEqual([
      { uid: 1, kind: "flags", here: [], there: ["Todo"] },
      { uid: 2, kind: "flags", here: ["\\Important"], there: [] },
    ]);
  });

  it("is not what the server changed after it was last asked: that is news", () => {
    const rows = [there(1, ["\\Seen"], 21n), there(2, ["\\Seen"], 20n)];
    const tally = compare([here(1), here(2), here(3)], rows, { modseqAnchor: 20n, vanished: new Set([3]) });
    expect(tally).toMatchObject({ newsCount: 2, equalCount: 0, differences: [{ uid: 2, kind: "flags" }] });
  });

  it("is not what an agent did and the server was not told of", () => {
    const pending = { isPending: 1 };
    const stored = [here(1, pending), here(2, { ...pending, seen: 1 }), here(3, { ...pending, isMissing: 1 })];
    const tally = compare(stored, [there(2), there(3)]);
    expect(tally).toMatchObject({ totalCount: 3, pendingCount: 3, differences: [], flagRows: [] });
  });

  it("is not a flag that the server did not answer for: that is said, and mends nothing", () => {
    const tally = compare([here(1)], [], { listed: new Set([1]), wanted: new Set([1]) });
    expect(tally).toMatchObject({ differences: [{ uid: 1, kind: "unanswered" }], flagRows: [] });
  });

  it("leaves out mail that nobody wants here, and counts what was set aside", () => {
    const rows = [there(1), there(2), there(3)];
    const tally = compare([here(1)], rows, { wanted: new Set([3]), quarantined: new Set([3]) });
    expect(tally).toMatchObject({ totalCount: 2, equalCount: 1, quarantinedCount: 1, differences: [] });
  });
});

describe("windows of UIDs", () => {
  it("hold every UID of both sides once, so many at most", () => {
    expect(uidWindows([1, 2, 900_000], [2, 5, 4_000_000_000], 2)).toEqual([
      { from: 1, to: 2, count: 2 },
      { from: 5, to: 900_000, count: 2 },
      { from: 4_000_000_000, to: 4_000_000_000, count: 1 },
    ]);
    expect(uidWindows([], [], 2)).toEqual([]);
  });
});
