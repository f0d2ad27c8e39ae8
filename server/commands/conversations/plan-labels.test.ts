import { describe, expect, it } from "vitest";
import { planLabelledMove } from "./plan-labels.ts";

const [allMailId, trashId] = [1, 2];
const label = (id: number, name: string) => ({ id, accountId: 1, label: name, name });
const [inbox, sent, work, old] = [label(10, "\\Inbox"), label(11, "\\Sent"), label(12, "Work"), label(13, "Old")] as const; // prettier-ignore
const labels = [inbox, sent, work, old];
const place = (names: string[], folderId = allMailId, movingToFolderId: number | null = null) => ({
  allMailId,
  folderId,
  movingToFolderId,
  labels: names,
});
const to = (folderId: number, fromFolderId?: number) => ({ folderId, accountId: 1, fromFolderId });

describe("moving what Gmail has in All Mail", () => {
  it("archives by taking off \\Inbox and nothing else", () => {
    expect(planLabelledMove(place(["\\Inbox", "Work"]), "archive", allMailId, labels)).toEqual({
      toFolderId: null,
      add: [],
      remove: [inbox],
    });
  });
  it("changes nothing about what is there already", () => {
    const nothing = { toFolderId: null, add: [], remove: [] };
    expect(planLabelledMove(place(["Work"]), "archive", allMailId, labels)).toEqual(nothing);
    expect(planLabelledMove(place(["\\Inbox"]), "inbox", inbox.id, labels)).toEqual(nothing);
  });
  it("moves to a label by putting it on, and takes off \\Inbox and the label it is moved from", () => {
    const plan = planLabelledMove(place(["\\Inbox", "Old"]), to(work.id, old.id), work.id, labels);
    expect(plan).toEqual({ toFolderId: null, add: [work], remove: [inbox, old] });
  });
  it("moves to Trash, whatever its labels", () => {
    expect(planLabelledMove(place(["\\Inbox"]), "trash", trashId, labels)).toEqual({ toFolderId: trashId, add: [], remove: [] }); // prettier-ignore
  });
});

describe("moving what Gmail has in Trash, or has on its way there", () => {
  it("goes to All Mail first, and wishes for every label, for they may not have come along", () => {
    const wanted = { toFolderId: allMailId, add: [inbox], remove: [] };
    expect(planLabelledMove(place(["\\Inbox"], trashId), "inbox", inbox.id, labels)).toEqual(wanted);
    expect(planLabelledMove(place(["\\Inbox"], allMailId, trashId), "inbox", inbox.id, labels)).toEqual(wanted);
  });
  it("takes \\Inbox off what comes back to be archived", () => {
    expect(planLabelledMove(place([], trashId), "archive", allMailId, labels)).toMatchObject({ remove: [inbox] });
  });
});

it("refuses what only Gmail puts anywhere", () => {
  expect(() => planLabelledMove(place([]), to(sent.id), sent.id, labels)).toThrow("Gmail itself decides");
});
