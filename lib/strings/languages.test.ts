import { describe, expect, it } from "vitest";
import { de } from "./de.ts";
import { en } from "./en.ts";

/** Every word and sentence with its path; what makes a sentence is called with a number in digits, which serves as a name too. */
function sentencesOf(words: unknown, path = ""): [string, string][] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words === "function") return [[path, String(words(...Array.from({ length: words.length }, () => "2")))]];
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => sentencesOf(value, `${path}.${key}`));
}

const german = sentencesOf(de);

describe("the German catalogue", () => {
  it("quotes as Germans do", () => {
    // What is typed into the search field has the quotes of its keyboard.
    const spoken = german.filter(([path]) => !path.startsWith(".search.operators."));
    expect(spoken.filter(([, sentence]) => /["'“]/.test(sentence.replaceAll(/„[^“]*“/g, "")))).toEqual([]);
  });

  it("keeps a number and its unit on one line", () => {
    const apart = /\d (Zeichen|Tage|Anh|Ordner|Konto|Konten|Mitglied|s$|min$|h$)/;
    expect(german.filter(([, sentence]) => apart.test(sentence))).toEqual([]);
  });

  it("keeps an E-\u2060Mail on one line", () => {
    expect(german.filter(([, sentence]) => sentence.includes("E-Mail"))).toEqual([]);
  });

  it("has no English sentence in it", () => {
    const english = new Set(sentencesOf(en).map(([, sentence]) => sentence));
    const same = german.filter(([, sentence]) => english.has(sentence) && /\s[a-z]/.test(sentence));
    expect(same).toEqual([]);
  });
});
