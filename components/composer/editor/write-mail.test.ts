import type { JSONContent } from "@tiptap/react";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeHtml } from "./write-html.ts";
import { writeText } from "./write-text.ts";

const text = (words: string, ...marks: NonNullable<JSONContent["marks"]>): JSONContent => ({
  type: "text",
  text: words,
  marks,
});
const paragraph = (...content: JSONContent[]): JSONContent => ({ type: "paragraph", content });
const item = (...content: JSONContent[]): JSONContent => ({ type: "listItem", content });
const doc = (...content: JSONContent[]): JSONContent => ({ type: "doc", content });
const link = (href: string) => ({ type: "link", attrs: { href } });

describe("the HTML of a mail", () => {
  it("has styles at its elements and no classes", () => {
    expect(writeHtml(doc(paragraph(text("Hi "), text("you", { type: "bold" })), paragraph()))).toBe(
      '<p style="margin:0 0 10px">Hi <strong>you</strong></p><p style="margin:0 0 10px"><br></p>',
    );
  });

  it("makes one link of one that is partly bold", () => {
    const html = writeHtml(
      doc(
        paragraph(
          text("see ", link("https://a.test/?a=1&b")),
          text("this", { type: "bold" }, link("https://a.test/?a=1&b")),
        ),
      ),
    );
    expect(html).toContain('<a href="https://a.test/?a=1&#38;b">see <strong>this</strong></a>');
  });

  it("shows an image that the mail carries", () => {
    const image = { type: "mailImage", attrs: { contentId: "x@postroom", alt: 'a "b"' } };
    expect(writeHtml(doc(paragraph(image)))).toContain(
      '<img src="cid:x@postroom" alt="a &#34;b&#34;" style="max-width:100%;height:auto">',
    );
  });

  it("lets nothing that was typed become markup", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const html = writeHtml(doc(paragraph(text(typed)))).replace(/^<p style="[^"]*">|<\/p>$/g, "");
        expect(html.replace("<br>", "")).not.toMatch(/[<>"]/);
      }),
    );
  });
});

describe("the plain twin of a mail", () => {
  it("marks lists, quotes and links so that they can be read", () => {
    const list = {
      type: "bulletList",
      content: [
        item(paragraph(text("one"))),
        item(paragraph(text("two")), {
          type: "orderedList",
          attrs: { start: 3 },
          content: [item(paragraph(text("deep")))],
        }),
      ],
    };
    const quote = {
      type: "blockquote",
      content: [paragraph(text("said")), { type: "blockquote", content: [paragraph(text("before"))] }],
    };
    expect(writeText(doc(paragraph(text("See "), text("the page", link("https://a.test/p"))), list, quote))).toBe(
      "See the page <https://a.test/p>\n\n- one\n- two\n  3. deep\n\n> said\n>\n>> before",
    );
  });

  it("does not repeat an address that is the link's own words", () => {
    expect(writeText(doc(paragraph(text("a.test", link("https://a.test/")))))).toBe("a.test");
    expect(writeText(doc(paragraph(text("kim@a.test", link("mailto:kim@a.test")))))).toBe("kim@a.test");
  });

  it("sets the signature off as RFC 3676 wants it", () => {
    expect(writeText(doc(paragraph(text("Hi")), { type: "signature", content: [paragraph(text("Ada"))] }))).toBe(
      "Hi\n\n-- \nAda",
    );
  });

  it("says every word that the HTML says", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const block = fc.oneof(
      word.map((words) => paragraph(text(words))),
      fc
        .array(word, { minLength: 1, maxLength: 4 })
        .map((words) => ({ type: "orderedList", content: words.map((each) => item(paragraph(text(each)))) })),
      word.map((words) => ({ type: "blockquote", content: [paragraph(text(words, { type: "bold" }))] })),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const words = (said: string) => said.match(/[a-z]+/g) ?? [];
        const html = writeHtml(doc(...blocks)).replace(/<[^>]*>/g, " ");
        expect(words(writeText(doc(...blocks)))).toEqual(words(html));
      }),
    );
  });
});
