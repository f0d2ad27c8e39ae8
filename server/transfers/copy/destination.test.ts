import { describe, expect, it } from "vitest";
import type { FolderRole } from "#lib/contracts/vocabulary";
import { destinationOf } from "./destination.ts";

const folder = (path: string, role: FolderRole = "none", delimiter = "/") => ({
  id: 1,
  accountId: 1,
  accountName: "Support",
  path,
  delimiter,
  role,
  label: null,
});

describe("where a mail belongs in another account", () => {
  it("is a folder of the same parts and role, without what all folders of its account begin with", () => {
    expect(destinationOf(folder("INBOX.Projects.One", "none", "."), "INBOX.", [])).toEqual({
      parts: ["Projects", "One"],
      role: "none",
    });
    expect(destinationOf(folder("INBOX", "inbox", "."), "INBOX.", [])).toEqual({ parts: ["INBOX"], role: "inbox" });
  });

  it.each([
    [["\\Inbox", "\\Important", "Work"], ["INBOX"], "inbox"],
    [["\\Sent", "Work"], ["Sent"], "sent"],
    [["\\Draft"], ["Drafts"], "drafts"],
    [["\\Important", "Work/One"], ["Work", "One"], "none"],
    [["\\Important"], ["Archive"], "archive"],
    [[], ["Archive"], "archive"],
  ])("of All Mail is one alone: with %s, %s", (labels, parts, role) => {
    expect(destinationOf(folder("[Gmail]/All Mail", "all"), "", labels)).toEqual({ parts, role });
  });
});
