import { expect, it } from "vitest";
import { completeTerm, termAt, termFor } from "./complete-query.ts";

it.each<[string, string | null, string]>([
  ["|", null, ""],
  ["pri|", null, "pri"],
  ["a from:ad|", "from", "ad"],
  ["a fro|m:ad b", "from", "ad"],
  ["a |", null, ""],
  [`tag:"very im|`, "tag", "very im"],
  ["label:v|", "tag", "v"],
  ["what:e|", null, "what:e"],
  ["-is:un|", "is", "un"],
])("knows what stands at the caret of %s", (text, operator, value) => {
  const caret = text.indexOf("|");
  expect(termAt(text.replace("|", ""), caret)).toMatchObject({ operator, value });
});

it("puts a suggestion in the place of what was typed, and the caret behind it", () => {
  const query = "a fro b";
  expect(completeTerm(query, termAt(query, 5), "from:")).toEqual({ query: "a from:b", caret: 7 });
  expect(completeTerm(query, termAt(query, 5), termFor("from", "ada@x.test"))).toEqual({
    query: "a from:ada@x.test b",
    caret: 18,
  });
  expect(completeTerm("-ta", termAt("-ta", 3), "tag:vip")).toEqual({ query: "-tag:vip ", caret: 9 });
});

it("quotes what has several words", () => {
  expect(termFor("tag", `very "important`)).toBe(`tag:"very important"`);
  expect(termFor("in", "Kunden")).toBe("in:Kunden");
});
