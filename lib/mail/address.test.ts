import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAddress, normalizeAddress, parseAddressList } from "./address.ts";

const seed = 7;

describe("parseAddressList", () => {
  it.each([
    ["jane@example.com", [["", "jane@example.com"]]],
    ["<jane@example.com>", [["", "jane@example.com"]]],
    ["Jane Doe <jane@Example.COM>", [["Jane Doe", "jane@example.com"]]],
    ['"Doe, Jane" <jane@example.com>, bob@example.org', [["Doe, Jane", "jane@example.com"], ["", "bob@example.org"]]],
    ["Doe, Jane <jane@example.com>", [["Doe, Jane", "jane@example.com"]]],
    ["jane@example.com (Jane Doe)", [["Jane Doe", "jane@example.com"]]],
    ["jane@example.com (Jane (the first) Doe)", [["Jane (the first) Doe", "jane@example.com"]]],
    ["Team: a@example.com, B <b@example.com>;, c@example.com", [["", "a@example.com"], ["B", "b@example.com"], ["", "c@example.com"]]],
    ["undisclosed-recipients:;", []],
    ["", []],
    [" , ;, ", []],
    ["a@example.com; b@example.com", [["", "a@example.com"], ["", "b@example.com"]]],
    ['"john \\"jj\\" doe" <j@example.com>', [['john "jj" doe', "j@example.com"]]],
    ['"john doe"@example.com', [["", '"john doe"@example.com']]],
    ["'jane@example.com' <jane@example.com>", [["", "jane@example.com"]]],
    ["=?utf-8?q?J=C3=A4ne?= <jane@example.com>", [["Jäne", "jane@example.com"]]],
    ["=?utf-8?b?SsOkbmUsIERvZQ==?= <jane@example.com>", [["Jäne, Doe", "jane@example.com"]]],
    ["<@relay.example,@b.example:jane@example.com>", [["", "jane@example.com"]]],
    ["root", [["", "root"]]],
    ["Jane Doe jane@example.com", [["Jane Doe", "jane@example.com"]]],
    ["Jane <jane@example.com", [["Jane", "jane@example.com"]]],
    ["Nobody at all", [["Nobody at all", ""]]],
  ])("reads %s", (header, expected) => {
    expect(parseAddressList(header).map(({ name, address }) => [name, address])).toEqual(expected);
  }); // prettier-ignore

  it("makes no address out of an encoded word", () => {
    const [only, ...others] = parseAddressList("=?utf-8?q?ceo=40bank=2Eexample=2C?= <mallory@evil.example>");
    expect(only).toEqual({ name: "ceo@bank.example,", address: "mallory@evil.example" });
    expect(others).toEqual([]);
    expect(parseAddressList("=?utf-8?b?Y2VvQGJhbmsuZXhhbXBsZQ==?=")).toEqual([
      { name: "ceo@bank.example", address: "" },
    ]);
  });

  it("takes a quoted name for a name, whatever address it shows", () => {
    expect(parseAddressList('"ceo@bank.example" <mallory@evil.example>')).toEqual([
      { name: "ceo@bank.example", address: "mallory@evil.example" },
    ]);
  });

  it("takes characters that hide or reorder out of names and addresses", () => {
    const [one] = parseAddressList("Jane\u202e\u200b\u0007 Doe <ja\u200bne@exam\u0000ple.com>");
    expect(one).toEqual({ name: "Jane Doe", address: "jane@example.com" });
  });

  it("stops at 1,000 addresses", () => {
    expect(parseAddressList("a@example.com, ".repeat(100_000))).toHaveLength(1000);
  });

  it("reads back what formatAddress writes", () => {
    const word = fc.stringMatching(/^[\p{L}\p{N} ,.;:"()'\\-]{0,30}$/u);
    fc.assert(
      fc.property(word, (text) => {
        const name = text.replace(/\s+/g, " ").trim();
        const quotedOnly = /^(["']).*\1$/.test(name);
        fc.pre(!quotedOnly && !name.includes("=?"));
        const list = [{ name, address: "jane@example.com" }, { name: "", address: "bob@example.org" }]; // prettier-ignore
        expect(parseAddressList(list.map(formatAddress).join(", "))).toEqual(list);
      }),
      { seed },
    );
  });

  it("reads the plainest header as it reads all others", () => {
    const piece = fc.constantFrom("jane", "Doe", "a.b", "x-y", "EXAMPLE.com", "@", "<", ">", " ", "  ", ",", ".", "_", "'", "=?", "1");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const header = pieces.join("");
        // An empty comment says nothing, and is not plain.
        expect(parseAddressList(header)).toEqual(parseAddressList(`() ${header}`));
      }),
      { seed, numRuns: 2000 },
    );
    expect(parseAddressList("Jane Doe <jane@EXAMPLE.com>")).toEqual(parseAddressList("() Jane Doe <jane@EXAMPLE.com>"));
  }); // prettier-ignore

  it("takes any text without throwing, and answers no line break", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        for (const { name, address } of parseAddressList(text)) expect(`${name}${address}`).not.toMatch(/[\p{Cc}\u200b\u202e]/u);
      }),
      { seed },
    );
  }); // prettier-ignore
});

describe("normalizeAddress", () => {
  it("compares without case and in the domain's ASCII form", () => {
    expect(normalizeAddress(" Jane@BÜCHER.example. ")).toBe("jane@xn--bcher-kva.example");
    expect(normalizeAddress("jane@xn--bcher-kva.example")).toBe(normalizeAddress("jane@bücher.example"));
  });

  it("does not take a look-alike for another", () => {
    expect(normalizeAddress("jane＠example.com")).not.toBe("jane@example.com");
    expect(normalizeAddress("jаne@example.com")).not.toBe("jane@example.com");
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(normalizeAddress(normalizeAddress(address))).toBe(normalizeAddress(address));
      }),
      { seed },
    );
  });
});
