import { expect, it } from "vitest";
import { placeRow, removeRow, rowsOf } from "./place-row.ts";
import { shareRows } from "./share-rows.ts";
import { testList, testRow } from "./test-rows.ts";

const list = testList([
  [testRow(9), testRow(7)],
  [testRow(5), testRow(3)],
]);
const same = (row: unknown) => rowsOf(list).some((known) => known === row);
const kept = (after: unknown) => rowsOf(shareRows(list, after) as typeof list).map((row) => [row.id, same(row)]);

it("keeps all rows below one that leaves or comes", () => {
  expect(kept(structuredClone(removeRow(list, 9)))).toEqual([
    [7, true],
    [5, true],
    [3, true],
  ]);
  expect(kept(placeRow(structuredClone(list), testRow(10), "newest"))).toEqual([
    [10, false],
    [9, true],
    [7, true],
    [5, true],
    [3, true],
  ]);
});

it("takes a row that says something new", () => {
  expect(kept(placeRow(list, testRow(5, { unseen: true }), "newest"))).toEqual([
    [9, true],
    [7, true],
    [5, false],
    [3, true],
  ]);
});

it("hands on the same list when it was only read again", () => {
  expect(shareRows(list, structuredClone(list))).toBe(list);
});
