import { expect, it } from "vitest";
import { guessSeparator, parseTable } from "./parse-table.ts";

it("reads cells, quoted ones with separators, line ends and quotes in them", () => {
  expect(parseTable('a,b\n"1, or\n2","say ""hi"""\nlast', ",", 10)).toEqual([
    ["a", "b"],
    ["1, or\n2", 'say "hi"'],
    ["last"],
  ]);
});

it("stops at as many rows as are wanted", () => {
  expect(parseTable("1\n2\n3\n", ",", 2)).toEqual([["1"], ["2"]]);
});

it("takes what stands most often in the first line for the separator", () => {
  expect(["a;b;c,d", "a,b", "a\tb"].map(guessSeparator)).toEqual([";", ",", "\t"]);
});
