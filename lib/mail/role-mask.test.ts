import { describe, expect, it } from "vitest";
import { isListed, roleMask, rolesOf } from "./role-mask.ts";

describe("where a conversation lies", () => {
  it("gives back the roles it was made of", () => {
    expect(rolesOf(roleMask(["sent", "inbox", "trash"]))).toEqual(["inbox", "sent", "trash"]);
  });

  it.each([
    [["inbox"], true],
    [["none"], true],
    [["sent"], true],
    [["inbox", "all"], true],
    [["inbox", "trash"], true],
    [["archive"], false],
    [["archive", "sent"], false],
    [["trash"], false],
    [["junk"], false],
    [["all"], false],
    [["drafts"], false],
    [["drafts", "inbox"], true],
    [[], true],
  ] as const)("lists a conversation that lies in %j: %s", (roles, expected) => {
    expect(isListed(roleMask(roles))).toBe(expected);
  });
});
