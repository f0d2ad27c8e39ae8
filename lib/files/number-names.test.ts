import * as fc from "fast-check";
import { expect, it } from "vitest";
import { numberNames } from "./number-names.ts";

it("numbers names that are taken, before their ending", () => {
  expect(numberNames(["a.pdf", "A.PDF", "a.pdf", "a (2).pdf", "notes", "notes", ".env", ".env"])).toEqual([
    "a.pdf",
    "A (2).PDF",
    "a (3).pdf",
    "a (2) (2).pdf",
    "notes",
    "notes (2)",
    ".env",
    ".env (2)",
  ]);
});

it("gives every file a name of its own", () => {
  const name = fc.constantFrom("a", "A", "a (2)", "b.txt", "B.txt", "b (2).txt", "é", "e\u0301");
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const numbered = numberNames(names).map((each) => each.normalize("NFC").toLowerCase());
      expect(new Set(numbered).size).toBe(names.length);
    }),
  );
});
