import { describe, expect, it } from "vitest";
import { dayAndTime, momentAhead, shortTime } from "./time.ts";

const words = { today: "Today", yesterday: "Yesterday", tomorrow: "Tomorrow" };
const now = new Date(2026, 10, 22, 10, 45);
const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts);

describe("shortTime", () => {
  it.each([
    [at(2026, 10, 22, 9, 5), "09:05"],
    [at(2026, 10, 21, 23, 59), "Yesterday"],
    [at(2026, 10, 19, 12), "Thu"],
    [at(2026, 10, 15, 12), "15 Nov"],
    [at(2025, 11, 3, 12), "3 Dec 2025"],
  ])("%s", (instant, words_) => {
    expect(shortTime(instant, now, "en-GB", words)).toBe(words_);
  });
});

describe("dayAndTime", () => {
  it.each([
    [at(2026, 10, 22, 9, 5), "09:05"],
    [at(2026, 10, 21, 9, 1), "Yesterday 09:01"],
    [at(2026, 10, 23, 8, 0), "Tomorrow 08:00"],
    [at(2026, 10, 25, 8, 0), "Wed 08:00"],
    [at(2027, 0, 4, 8, 0), "4 Jan 2027 08:00"],
  ])("%s", (instant, words_) => {
    expect(dayAndTime(instant, now, "en-GB", words)).toBe(words_);
  });
});

describe("momentAhead", () => {
  it.each([
    [at(2026, 10, 22, 19), "19:00"],
    [at(2026, 10, 23, 8), "Mon 08:00"],
    [at(2026, 10, 28, 10), "28 Nov 10:00"],
  ])("%s", (instant, words_) => {
    expect(momentAhead(instant, now, "en-GB")).toBe(words_);
  });
});
