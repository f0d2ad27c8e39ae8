import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { snippet } from "./snippet.ts";

describe("snippet", () => {
  it.each([
    ["Hi Jane,\n\nthe printer is on fire.\n\n-- \nBob", "the printer is on fire."],
    ["Sehr geehrte Damen und Herren,\nder Drucker brennt.", "der Drucker brennt."],
    ["Bonjour,\n\nL'imprimante brûle.\n\nLe 3 mai 2024 à 10:00, Bob <bob@x.fr> a écrit :\n> ok", "L'imprimante brûle."],
    ["您好，\n打印机着火了。", "打印机着火了。"],
    ["Hello", "Hello"],
    ["> quoted only\n> lines", "quoted only lines"],
    ["====================\nNews of the week\n[image: logo]\nBread is cheaper", "News of the week Bread is cheaper"],
    ["", ""],
    ["Hi, the printer is on fire. Please come.", "Hi, the printer is on fire. Please come."],
  ])("of %j", (text, expected) => {
    expect(snippet(text)).toBe(expected);
  });

  it("is one short line without hidden characters, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const line = snippet(text);
        expect(line.length).toBeLessThanOrEqual(200);
        expect(line).not.toMatch(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u);
        expect(line.isWellFormed()).toBe(true);
      }),
      { seed: 5 },
    );
  });

  it("cuts a long text between words", () => {
    const line = snippet("flammable ".repeat(100));
    expect(line).toMatch(/^(flammable )+flammable…$/);
    expect(line.length).toBeGreaterThan(150);
  });
});
