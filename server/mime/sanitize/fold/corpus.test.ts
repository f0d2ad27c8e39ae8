import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { splitQuote } from "#lib/mail/quote";
import { generatedMails, type QuotedSample } from "#server/testing/quotes/mails";
import { oddMails } from "#server/testing/quotes/odd-mails";
import { sanitize } from "../sanitize.ts";
import { foldClass } from "./fold-class.ts";

const parser = new new JSDOM("").window.DOMParser();
const mails = [...generatedMails(), ...oddMails];

/** What a reader sees before unfolding anything. */
function visibleOf({ text, html = "", isForward = false }: QuotedSample): string {
  if (text !== undefined) return splitQuote(text, { isForward }).visible;
  const { html: safe } = sanitize({
    html, cidUrls: {}, showRemoteImages: false, imageProxy: null, reading: { isForward, sentAt: "2026-02-02T10:00:00Z" },
  });
  const { body } = parser.parseFromString(`<!doctype html><body>${safe.replace(/<(?=[a-z/])/g, " <")}`, "text/html");
  for (const folded of body.querySelectorAll(`.${foldClass}`)) folded.remove();
  return body.textContent;
} // prettier-ignore

const words = (text: string) => text.replace(/[\u200b-\u200f\u202a-\u202e\ufeff]/g, "").replace(/[\s\u00a0]+/g, "");
const shown = mails.map((mail) => ({ mail, visible: words(visibleOf(mail)) }));

describe("folding of quotes and signatures", () => {
  it("folds at the right place in at least 98 of 100 mails of all clients and languages", () => {
    const wrong = shown.filter(({ mail, visible }) => visible !== words(mail.visible)).map(({ mail }) => mail.name);
    const rate = 1 - wrong.length / mails.length;
    if (wrong.length > 0) process.stdout.write(`${wrong.join("\n")}\n`);
    process.stdout.write(`${mails.length} mails, ${(rate * 100).toFixed(1)} % folded at the right place\n`);
    expect(mails.length).toBeGreaterThanOrEqual(200);
    expect({ rate: rate >= 0.98, wrong: rate >= 0.98 ? [] : wrong }).toEqual({ rate: true, wrong: [] });
  });

  it("hides no new words in any of them", () => {
    const hidden = shown.flatMap(({ mail, visible }) => {
      const own = mail.own ?? [mail.visible];
      return own.filter((text) => !visible.includes(words(text))).map((text) => `${mail.name}: ${text}`);
    });
    expect(hidden).toEqual([]);
  });
});
