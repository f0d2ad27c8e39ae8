import { expect, it } from "vitest";
import { snoozeChoices } from "./snooze.ts";

const choicesAt = (...parts: [number, number, number, number, number]) =>
  snoozeChoices(new Date(...parts)).map(({ choice, until }) => [choice, until.getDate(), until.getHours()]);

it("offers what lies ahead on a weekday morning", () => {
  // A Monday.
  expect(choicesAt(2026, 10, 23, 9, 40)).toEqual([
    ["later-today", 23, 13],
    ["this-evening", 23, 19],
    ["tomorrow", 24, 8],
    ["saturday", 28, 10],
    ["monday", 30, 8],
  ]);
});

it("offers nothing of today late in the evening, and nothing twice", () => {
  // A Friday: tomorrow is Saturday.
  expect(choicesAt(2026, 10, 27, 22, 0)).toEqual([
    ["tomorrow", 28, 8],
    ["monday", 30, 8],
  ]);
});

it("names the soonest first", () => {
  expect(choicesAt(2026, 10, 23, 17, 14).slice(0, 2)).toEqual([
    ["this-evening", 23, 19],
    ["later-today", 23, 20],
  ]);
});
