import { describe, expect, it } from "vitest";
import { de } from "#lib/strings/de";
import { en } from "#lib/strings/en";
import { findSettings, listSettings } from "./find-settings.ts";

const english = listSettings(en, true);
const german = listSettings(de, true);
const names = (found: { name: string }[]) => found.map(({ name }) => name);

describe("the settings search", () => {
  it("finds a setting by what it is called, by the beginnings of its words", () => {
    expect(names(findSettings(english, "sign"))).toContain("signature");
    expect(names(findSettings(english, "workspace na"))).toEqual(["workspaceName"]);
  });

  it.each([
    ["dark mode", "theme"],
    ["rows compact", "density"],
    ["imap", "connectAccount"],
    ["logout", "sessions"],
    ["api key", "tokens"],
    ["footer", "signature"],
    ["colleague", "invitations"],
  ])("finds %s by what else people call it", (typed, name) => {
    expect(names(findSettings(english, typed))).toContain(name);
  });

  it.each([
    ["dunkel", "theme"],
    ["passwort", "password"],
    ["schlussel", "tokens"],
    ["unterschrift", "signature"],
    ["sprache", "language"],
  ])("speaks German: %s, with or without its dots", (typed, name) => {
    expect(names(findSettings(german, typed))).toContain(name);
  });

  it("puts what is called so before what only has to do with it", () => {
    expect(names(findSettings(english, "tags"))[0]).toBe("tags");
    expect(names(findSettings(english, "password"))[0]).toBe("password");
  });

  it("finds nothing by nothing, and nothing where a word is missing", () => {
    expect(findSettings(english, " ")).toEqual([]);
    expect(findSettings(english, "theme zeppelin")).toEqual([]);
  });

  it("leaves out for an agent what only admins can change", () => {
    expect(names(listSettings(en, false))).not.toContain("workspaceName");
    expect(names(listSettings(en, false))).toContain("theme");
  });
});
