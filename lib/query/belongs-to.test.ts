import { describe, expect, it } from "vitest";
import { belongsTo } from "./belongs-to.ts";
import { testFilter, testRow } from "./test-rows.ts";

const now = new Date("2026-01-02T00:00:00Z");
const asker = { agentId: 1, now };
const me = { id: 1, name: "Ada" };
const tomorrow = "2026-01-03T00:00:00Z";
const views = [
  "open",
  "mine",
  "unassigned",
  "pending",
  "snoozed",
  "closed",
  "all",
  "sent",
  "archive",
  "junk",
  "trash",
] as const;

describe("belongsTo", () => {
  it.each([
    ["new mail", {}, ["open", "unassigned", "all"]],
    ["my open one", { assignee: me }, ["open", "mine", "all"]],
    ["my pending one", { assignee: me, status: "pending" }, ["mine", "pending", "all"]],
    ["a colleague's", { assignee: { id: 2, name: "Bo" } }, ["open", "all"]],
    ["a snoozed one", { snoozedUntil: tomorrow }, ["snoozed", "all"]],
    ["one that woke", { snoozedUntil: "2026-01-01T00:00:00Z" }, ["open", "unassigned", "all"]],
    ["a closed one", { status: "closed" }, ["closed", "all"]],
    ["a draft that stands alone", { status: "closed", roles: ["drafts"] }, ["all"]],
    ["an archived one", { roles: ["archive"] }, ["all", "archive"]],
    ["a trashed one", { roles: ["trash"] }, ["trash"]],
    ["junk", { roles: ["junk"] }, ["junk"]],
    ["one answered from trash", { roles: ["trash", "sent"] }, ["all", "sent", "trash"]],
  ] as const)("%s", (_, wishes, expected) => {
    const row = testRow(1, { ...wishes, roles: "roles" in wishes ? [...wishes.roles] : ["inbox"] });
    expect(views.filter((view) => belongsTo(testFilter({ view }), row, asker))).toEqual(expected);
  });

  it("narrows by inbox, account, assignee and tag", () => {
    const row = testRow(1, { tags: [{ id: 4, name: "Urgent", color: 1 }] });
    expect(belongsTo(testFilter({ account: 1, inbox: 1, tag: 4 }), row, asker)).toBe(true);
    expect(belongsTo(testFilter({ account: 2 }), row, asker)).toBe(false);
    expect(belongsTo(testFilter({ inbox: 2 }), row, asker)).toBe(false);
    expect(belongsTo(testFilter({ tag: 5 }), row, asker)).toBe(false);
    expect(belongsTo(testFilter({ assignee: 1 }), row, asker)).toBe(false);
  });

  it("leaves to the server what a row cannot tell", () => {
    expect(belongsTo(testFilter({ q: "fire" }), testRow(1), asker)).toBeUndefined();
    expect(belongsTo(testFilter({ folder: 3 }), testRow(1), asker)).toBeUndefined();
    expect(belongsTo(testFilter({ view: "drafts" }), testRow(1), asker)).toBeUndefined();
    expect(belongsTo(testFilter({ sort: "waiting" }), testRow(1), asker)).toBeUndefined();
    expect(belongsTo(testFilter({ sort: "waiting" }), testRow(1, { status: "closed" }), asker)).toBe(false);
  });
});
