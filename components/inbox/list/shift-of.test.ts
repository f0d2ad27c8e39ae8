import { expect, it } from "vitest";
import { shiftOf } from "./shift-of.ts";

const row = (id: number, at = id) => ({ id, lastMessageAt: new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString() });
const list = [9, 8, 7, 6, 5, 4].map((id) => row(id));
const top = { first: 0, last: 4 };
const below = { first: 2, last: 6 };

it("lets rows come in at the top while nobody looks at one of them", () => {
  expect(shiftOf(list, [row(10), ...list], top, null)).toBe(0);
  expect(shiftOf(list, [row(10), ...list], top, 4)).toBe(0);
});

it("keeps the focused row in its place, even at the top", () => {
  expect(shiftOf(list, [row(11), row(10), ...list], top, 8)).toBe(2);
});

it("keeps what is in sight in its place further down", () => {
  expect(shiftOf(list, [row(10), ...list], below, null)).toBe(1);
  expect(shiftOf(list, list.slice(1), below, null)).toBe(-1);
});

it("does not follow a row that itself got a new message", () => {
  const risen = [row(7, 20), ...list.filter(({ id }) => id !== 7)];
  expect(shiftOf(list, risen, below, 7)).toBe(0);
});

it("looks to the next row when the focused one has left", () => {
  expect(shiftOf(list, [row(10), ...list.filter(({ id }) => id !== 8)], top, 8)).toBe(0);
  expect(shiftOf(list, [row(10), ...list.filter(({ id }) => id !== 6)], below, 6)).toBe(0);
  expect(shiftOf(list, [row(10), row(11), ...list.filter(({ id }) => id !== 6)], below, 6)).toBe(1);
});

it("stays when nothing is left of what was in sight", () => {
  expect(shiftOf(list, [row(1)], below, null)).toBe(0);
});
