import { expect, it } from "vitest";
import { findTimes } from "./find-times.ts";

const sentAt = new Date("2026-02-02T23:30:00Z");
const times = (text: string) =>
  findTimes(text, sentAt).map(({ start, end, at, hasDate }) => [text.slice(start, end), at.toISOString(), hasDate]);

it.each([
  ["Deploy at 2026-02-03T10:00:00Z, please.", "2026-02-03T10:00:00Z", "2026-02-03T10:00:00.000Z", true],
  ["At 2026-02-03 10:00 +01:00 sharp", "2026-02-03 10:00 +01:00", "2026-02-03T09:00:00.000Z", true],
  ["The call is at 15:00 CET.", "15:00 CET", "2026-02-03T14:00:00.000Z", false],
  ["Let us meet at 3pm PST then", "3pm PST", "2026-02-02T23:00:00.000Z", false],
  ["3:30 p.m. EDT works", "3:30 p.m. EDT", "2026-02-02T19:30:00.000Z", false],
  ["On Feb 5, 2026 at 9:15 AM ET we start", "Feb 5, 2026 at 9:15 AM ET", "2026-02-05T14:15:00.000Z", true],
  ["On July 5 at 9:15 AM ET we start", "July 5 at 9:15 AM ET", "2026-07-05T13:15:00.000Z", true],
  ["on 28 December at 12:00 UTC it was", "28 December at 12:00 UTC", "2025-12-28T12:00:00.000Z", true],
  ["um 15:00 Uhr MEZ", "15:00 Uhr MEZ", "2026-02-03T14:00:00.000Z", false],
  ["16:00 UTC+2", "16:00 UTC+2", "2026-02-03T14:00:00.000Z", false],
])("knows when %j is", (text, found, at, hasDate) => {
  expect(times(text)).toEqual([[found, at, hasDate]]);
});

it.each([
  "Call 555-10:00, room 12 PST",
  "at 10:00 CST or 10:00 IST or 10:00 BST",
  "Version 1.15:00 et al.",
  "10:00 -0500",
  "3 of them met at 15:00",
  "25:00 CET, 14pm PST, 10:75 UTC",
  "2026-02-30T10:00Z",
])("leaves %j alone, which may mean several instants or none", (text) => {
  expect(times(text)).toEqual([]);
});
