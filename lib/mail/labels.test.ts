import { describe, expect, it } from "vitest";
import { keptLabels, rolesOfLabels } from "./labels.ts";

describe("labels as they are kept", () => {
  it("are the same whatever order and spelling Gmail tells them in", () => {
    expect(keptLabels(["Work", "\\Drafts", "\\Inbox"])).toEqual(keptLabels(["\\Inbox", "\\Draft", "Work", "Work"]));
  });
  it("leave out \\Starred, which is a flag", () => {
    expect(keptLabels(["\\Starred", "A"])).toEqual(["A"]);
  });
});

describe("where labels say that a message lies", () => {
  it("is the archive for one that is in no place of work, whatever labels of the user's own it has", () => {
    expect(rolesOfLabels([], [])).toEqual(["archive"]);
    expect(rolesOfLabels(["Work", "\\Important"], ["none"])).toEqual(["archive"]);
  });
  it("is each place that it names, and the role that the user gave a label", () => {
    expect(rolesOfLabels(["\\Inbox", "\\Sent"], [])).toEqual(["inbox", "sent"]);
    expect(rolesOfLabels(["Work"], ["inbox"])).toEqual(["inbox"]);
  });
  it("does not depend on whether Gmail shows the folder of its own labels", () => {
    expect(rolesOfLabels(["\\Draft"], [])).toEqual(rolesOfLabels(["\\Draft"], ["drafts"]));
  });
});
