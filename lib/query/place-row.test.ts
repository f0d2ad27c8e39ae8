import { describe, expect, it } from "vitest";
import { placeRow, removeRow, rowsOf } from "./place-row.ts";
import { testList, testRow } from "./test-rows.ts";

const idsOf = (list: Parameters<typeof rowsOf>[0]) => rowsOf(list).map((row) => row.id);
const at = (minute: number) => ({ lastMessageAt: testRow(minute).lastMessageAt });

describe("placeRow", () => {
  const list = testList(
    [
      [testRow(9), testRow(7)],
      [testRow(5), testRow(3)],
    ],
    "more",
  );

  it("puts a new row on top of the newest", () => {
    expect(idsOf(placeRow(list, testRow(10), "newest"))).toEqual([10, 9, 7, 5, 3]);
  });

  it("puts a row between those beside it, on either page", () => {
    expect(idsOf(placeRow(list, testRow(8), "newest"))).toEqual([9, 8, 7, 5, 3]);
    expect(idsOf(placeRow(list, testRow(4), "newest"))).toEqual([9, 7, 5, 4, 3]);
  });

  it("moves a row that got a new message", () => {
    expect(idsOf(placeRow(list, testRow(3, at(20)), "newest"))).toEqual([3, 9, 7, 5]);
  });

  it("leaves out what lies beyond the rows that are loaded", () => {
    expect(idsOf(placeRow(list, testRow(1), "newest"))).toEqual([9, 7, 5, 3]);
  });

  it("appends at the end of a list that is loaded whole", () => {
    expect(idsOf(placeRow(testList([[testRow(9)]]), testRow(1), "newest"))).toEqual([9, 1]);
    expect(idsOf(placeRow(testList([[]]), testRow(1), "newest"))).toEqual([1]);
  });

  it("orders the oldest first when asked to", () => {
    expect(idsOf(placeRow(testList([[testRow(1), testRow(4)]]), testRow(2), "oldest"))).toEqual([1, 2, 4]);
  });

  it("keeps a row whose time is the same where it is", () => {
    expect(idsOf(placeRow(list, testRow(7, { unseen: true }), "newest"))).toEqual([9, 7, 5, 3]);
  });

  it("breaks a tie by id, as the server does", () => {
    const tied = testList([[testRow(6, at(5)), testRow(2, at(5))]]);
    expect(idsOf(placeRow(tied, testRow(4, at(5)), "newest"))).toEqual([6, 4, 2]);
  });
});

it("gives back the very same list when there was nothing to remove", () => {
  const list = testList([[testRow(1)]]);
  expect(removeRow(list, 2)).toBe(list);
});
