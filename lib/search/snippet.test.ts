import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markWords, wantedWords } from "./mark-words.ts";
import { parseQuery } from "./parse-query.ts";
import { snippetOf } from "./snippet.ts";

const wanted = (query: string) => wantedWords(parseQuery(query).tree, ["body"]);
const shown = (pieces: { text: string; isFound: boolean }[] | null) =>
  pieces?.map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text)).join("");

describe("marks", () => {
  it.each([
    ["jorg", "Grüße von Jörg, JÖRG!", "Grüße von [Jörg], [JÖRG]!"],
    [`"on fire"`, "It is on fire. On, fire and off fire", "It is [on fire]. [On, fire] and off fire"],
    ["pri", "The printer prints a price", "The [printer] [prints] a [price]"],
    ["会議 ", "明日の会議室の予約", "明日の[会議]室の予約"],
    ["-fire water ", "fire and water", "fire and [water]"],
    ["subject:fire body:water", "fire and water", "fire and [water]"],
    ["<b>", "a <b>b</b> & c", "a <[b]>[b]</[b]> & c"],
  ])("of %s in %s", (query, text, marked) => {
    expect(shown(markWords(text, wanted(query)))).toBe(marked);
  });

  it("lose no letter of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, query) => {
        const pieces = markWords(text, wanted(query));
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      }),
    );
  });
});

describe("a snippet", () => {
  it("shows the place with the most of what was looked for", () => {
    const text = `fire ${"word ".repeat(200)} the fire and the water met here ${"word ".repeat(200)}`;
    expect(shown(snippetOf(text, wanted("fire water ")))).toMatch(/^… .*the \[fire\] and the \[water\] met here .* …$/);
  });

  it("is one line, and nothing where nothing was found", () => {
    expect(shown(snippetOf("a\n\n b\tfire", wanted("fire ")))).toBe("a b [fire]");
    expect(snippetOf("water", wanted("fire "))).toBeNull();
  });
});
