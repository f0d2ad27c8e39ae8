import { describe, expect, it } from "vitest";
import { applyAct, inverseOf, requestOf, type Act } from "./act.ts";
import { testRow } from "./test-rows.ts";

const urgent = { id: 4, name: "Urgent", color: 1 };
const acts: Act[] = [
  { kind: "status", status: "closed" },
  { kind: "assignee", assignee: { id: 2, name: "Bo" } },
  { kind: "move", role: "trash" },
  { kind: "folder", folder: { id: 9, name: "Projects", role: "none" } },
  { kind: "tag", tag: urgent, on: true },
  { kind: "snooze", until: "2026-02-01T08:00:00.000Z" },
  { kind: "seen", seen: true },
  { kind: "flagged", flagged: true },
];

describe("an act", () => {
  it.each(acts)("of kind $kind is taken back by its inverse", (act) => {
    const row = testRow(1, { unseen: true });
    expect(applyAct(applyAct(row, act), inverseOf(row, act))).toEqual(row);
  });

  it("keeps what lies in Sent when the rest moves", () => {
    expect(applyAct(testRow(1, { roles: ["inbox", "sent"] }), { kind: "move", role: "archive" }).roles).toEqual([
      "sent",
      "archive",
    ]);
  });

  it("asks for the whole set of tags", () => {
    const row = testRow(1, { tags: [{ id: 7, name: "Refund", color: 2 }] });
    expect(requestOf(row, { kind: "tag", tag: urgent, on: true })).toEqual({
      conversationId: 1,
      act: "tags",
      tagIds: [7, 4],
    });
  });
});
