import * as fc from "fast-check";
import { expect, it } from "vitest";
import { indexText, wordsOf } from "./words.ts";

it.each([
  ["Jörg Müller ÜBER Straße", "jorg muller uber strasse"],
  ["naïve CAFÉ, Łódź—søster", "naive cafe lodz soster"],
  ["Ёлка и Йод, ПРИВЕТ", "елка и иод привет"],
  ["مُحَمَّد الفاتورة", "محمد الفاتوره"],
  ["שָׁלוֹם", "שלום"],
  ["ＰＤＦファイル", "pdf ファイル"],
  ["ﾌﾟﾘﾝﾀ", "プリンタ"],
  ["明日の会議室の予約", "明日 の 会議 室 の 予約"],
  ["请确认您的订单号码", "请 确认 您 的 订单 号码"],
  ["ยืนยันการสั่งซื้อ", "ยืนยัน การ สั่ง ซื้อ"],
  ["회의실을 예약했습니다", "회의실을 예약했습니다"],
  ["don't re-open ada@example.org #12-34", "don t re open ada example org 12 34"],
])("reads %s as %s", (text, words) => {
  expect(indexText(text)).toBe(words);
});

it("cuts a word of endless length, and never through a character", () => {
  expect(indexText("x".repeat(500))).toHaveLength(64);
  expect(indexText("𝒳𠀀".repeat(200)).isWellFormed()).toBe(true);
});

it("makes only words that the index's tokenizer leaves whole, and says where each stands", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const words = wordsOf(text);
      expect(indexText(text)).toBe(words.map((word) => word.text).join(" "));
      let end = 0;
      for (const word of words) {
        expect(word.text).toMatch(/^(?:[a-z0-9]|[^\p{ASCII}])+$/u);
        expect(word.start).toBeGreaterThanOrEqual(end);
        expect(word.end).toBeGreaterThan(word.start);
        end = word.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

it("reads a word that it made as itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from("aZ9éßŁøЙё你好ع שك -")) }), (text) => {
      for (const { text: word } of wordsOf(text)) expect(indexText(word).replaceAll(" ", "")).toBe(word);
    }),
  );
});
