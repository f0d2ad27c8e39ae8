import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinMessageIds, normalizeMessageId, parseMessageIds } from "./message-id.ts";

describe("normalizeMessageId", () => {
  it.each([
    ["<Abc.1@Example.COM>", "Abc.1@example.com"],
    [" < abc@example.com > ", "abc@example.com"],
    ["<abc\r\n\tdef@example.com>", "abcdef@example.com"],
    ["abc@example.com", "abc@example.com"],
    ["<abc@example.com> (added by postmaster)", "abc@example.com"],
    ["", ""],
  ])("reads %j", (raw, expected) => {
    expect(normalizeMessageId(raw)).toBe(expected);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (raw) => {
        expect(normalizeMessageId(normalizeMessageId(raw))).toBe(normalizeMessageId(raw));
      }),
      { seed: 11 },
    );
  });
});

describe("parseMessageIds", () => {
  it.each([
    ["<a@x> <b@x>", ["a@x", "b@x"]],
    ["<a@x><b@x>,<a@x>", ["a@x", "b@x"]],
    ["<a@\r\n x>\t<b@x>", ["a@x", "b@x"]],
    ["Your message of Monday <a@x>", ["a@x"]],
    ["a@x b@x", ["a@x", "b@x"]],
    ["Message from jane", []],
    ["<>", []],
  ])("reads %j", (header, expected) => {
    expect(parseMessageIds(header)).toEqual(expected);
  });

  it("adds to references what only In-Reply-To names, within the same bounds", () => {
    expect(joinMessageIds(["a@x", "b@x"], ["b@x"])).toEqual(["a@x", "b@x"]);
    expect(joinMessageIds([], ["b@x"])).toEqual(["b@x"]);
    const many = Array.from({ length: 100 }, (_, index) => `${index}@x`);
    const joined = joinMessageIds(many, ["z@x"]);
    expect([joined.length, joined[0], joined[1], joined.at(-1)]).toEqual([100, "0@x", "2@x", "z@x"]);
  });

  it("keeps the first and the last 99 of a long list", () => {
    const header = Array.from({ length: 500 }, (_, index) => `<${index}@x>`).join(" ");
    const ids = parseMessageIds(header);
    expect(ids).toHaveLength(100);
    expect(ids.slice(0, 2)).toEqual(["0@x", "401@x"]);
    expect(ids.at(-1)).toBe("499@x");
  });
});
