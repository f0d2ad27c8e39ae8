import { expect, it } from "vitest";
import { parseQuery } from "./parse-query.ts";

it("reads words, phrases and their denial", () => {
  expect(parseQuery(`printer "on fire" -toner -"blue ink"`)).toEqual([
    { kind: "text", value: "printer", not: false },
    { kind: "text", value: "on fire", not: false },
    { kind: "text", value: "toner", not: true },
    { kind: "text", value: "blue ink", not: true },
  ]);
});

it.each([
  ["from:ada@example.org", { kind: "from", value: "ada@example.org", not: false }],
  [`from:"Ada Byron"`, { kind: "from", value: "Ada Byron", not: false }],
  ["-to:Bob", { kind: "to", value: "Bob", not: true }],
  ["SUBJECT:Invoice", { kind: "subject", value: "Invoice", not: false }],
  ["is:unseen", { kind: "unseen", not: false }],
  ["is:seen", { kind: "unseen", not: true }],
  ["-is:read", { kind: "unseen", not: false }],
  ["is:open", { kind: "status", value: "open", not: false }],
  ["is:unassigned", { kind: "assignee", value: "none", not: false }],
  ["is:starred", { kind: "flagged", not: false }],
  ["has:attachment", { kind: "attachment", not: false }],
  ["has:note", { kind: "note", not: false }],
  ["in:spam", { kind: "role", value: "junk", not: false }],
  ["in:Sent", { kind: "role", value: "sent", not: false }],
  ["in:Kunden", { kind: "folder", value: "Kunden", not: false }],
  ["tag:vip", { kind: "tag", value: "vip", not: false }],
  ["assignee:me", { kind: "assignee", value: "me", not: false }],
  ["before:2026-03-01", { kind: "before", at: new Date("2026-03-01T00:00:00Z"), not: false }],
  ["after:2026-03-01", { kind: "after", at: new Date("2026-03-01T00:00:00Z"), not: false }],
])("reads %s", (query, term) => {
  expect(parseQuery(query)).toEqual([term]);
});

it.each(["is:purple", "https://example.org/x", "before:soon", "before:2026-13-45", "has:wings"])(
  "searches for %s as the text it is",
  (query) => {
    expect(parseQuery(query)).toEqual([{ kind: "text", value: query, not: false }]);
  },
);

it("finds nothing to search for in blanks and lone operators", () => {
  expect(parseQuery(`   "" - from:`)).toEqual([
    { kind: "text", value: "-", not: false },
    { kind: "text", value: "from:", not: false },
  ]);
});

it("stops at twenty terms", () => {
  expect(parseQuery("a ".repeat(100))).toHaveLength(20);
});
