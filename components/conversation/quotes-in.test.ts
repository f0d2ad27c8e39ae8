import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { quotesIn } from "./quotes-in.ts";

const quoted = (html: string) => quotesIn(new JSDOM(html).window.document).map((element) => element.textContent.trim());

it("folds what mail programs mark as a quote", () => {
  expect(quoted(`<p>Yes.</p><div class="gmail_quote">On Monday she wrote: <blockquote>No?</blockquote></div>`)).toEqual(
    ["On Monday she wrote: No?"],
  );
});

it("folds a quote that ends the mail, with the line that introduces it", () => {
  expect(quoted(`<p>Yes.</p><p>Am Montag schrieb Eva:</p><blockquote>Nein?</blockquote> `)).toEqual([
    "Am Montag schrieb Eva:",
    "Nein?",
  ]);
});

it("leaves a quote that is answered line by line", () => {
  expect(quoted(`<blockquote>When?</blockquote><p>Tomorrow.</p>`)).toEqual([]);
});

it("leaves a mail that would be empty without its quote", () => {
  expect(quoted(`<div class="gmail_quote">Forwarded words</div>`)).toEqual([]);
});

it("folds the outer of two quotes, once", () => {
  expect(quoted(`<p>Yes.</p><blockquote>One<blockquote>Two</blockquote></blockquote>`)).toEqual(["OneTwo"]);
});
