import { expect, it } from "vitest";
import { linkify } from "./linkify.ts";

const links = (text: string) => linkify(text).filter((piece) => piece.href !== undefined);

it("says every letter of the text again", () => {
  const text = "See https://example.org/a?b=1, www.example.org. Write to ada@example.org!";
  expect(
    linkify(text)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text);
});

it.each([
  ["Go to https://example.org/path.", "https://example.org/path", "https://example.org/path"],
  [
    "(https://en.example.org/wiki/Ada_(name))",
    "https://en.example.org/wiki/Ada_(name)",
    "https://en.example.org/wiki/Ada_(name)",
  ],
  ["at www.example.org today", "www.example.org", "https://www.example.org/"],
  ["ask ada@example.org,", "ada@example.org", "mailto:ada@example.org"],
])("links in: %s", (text, shown, href) => {
  expect(links(text)).toEqual([{ text: shown, href }]);
});

it.each(["javascript:alert(1)", "data:text/html,x", "http://localhost", "file:///etc/passwd", "just words @ noon"])(
  "never links %s",
  (text) => {
    expect(links(text)).toEqual([]);
  },
);
