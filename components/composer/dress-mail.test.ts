import { expect, it } from "vitest";
import { dressMail } from "./dress-mail.ts";

it.each([
  ["Hello", "ltr"],
  ["  — שלום", "rtl"],
  ["123 مرحبا", "rtl"],
  ["", "ltr"],
])("a mail that begins with %j runs %s", (text, direction) => {
  expect(dressMail({ html: "<p>x</p>", text })).toMatch(
    new RegExp(`^<div dir="${direction}" style="font-family:[^"]+"><p>x</p></div>$`),
  );
});

it("what is empty stays so", () => {
  expect(dressMail({ html: "", text: "" })).toBe("");
});
