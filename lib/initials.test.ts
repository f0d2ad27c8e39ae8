import { expect, it } from "vitest";
import { initialsOf } from "./initials.ts";

it.each([
  ["Ada Kern", "AK"],
  ["maria lindqvist", "ML"],
  ["Jean-Luc van den Berg", "JB"],
  ["support@northwind.test", "S"],
  ["田中 浩", "田"],
  ["🎉", "?"],
  ["", "?"],
])("%s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
