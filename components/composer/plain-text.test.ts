// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { htmlOfText } from "./editor/html-of-text.ts";
import { textOfHtml } from "./editor/text-of-html.ts";
import { carriedFiles, draftBody, fieldsOfDraft, isWorthKeeping, type MailFields } from "./mail-fields.ts";
import { hasLooks, plainText, withLooks, withoutLooks } from "./plain-text.ts";

const image = { id: 4, filename: "lid.png", contentType: "image/png", sizeBytes: 9, contentId: "lid@us" };
const signature = '<div data-signature=""><div data-delimiter="">-- </div><p>Ada</p></div>';
const mail = (wishes: Partial<MailFields>): MailFields => ({
  kind: "reply",
  accountId: 1,
  to: [],
  cc: [],
  bcc: [],
  subject: "Re: Hello",
  isPlain: false,
  html: "",
  text: "",
  files: [],
  answeredMessageId: 7,
  quote: "reply",
  ...wishes,
});

describe("a mail that loses its looks", () => {
  it("says the same in text, with signs for lists and quotes", () => {
    const html = `<p>Dear <strong>Maria</strong>,</p><ul><li>one</li><li>two</li></ul><blockquote type="cite"><p>Is it?</p></blockquote>${signature}`;
    const { isPlain, html: rest, text } = withoutLooks(mail({ html }));
    expect([isPlain, rest]).toEqual([true, ""]);
    expect(text).toBe("Dear Maria,\n\n- one\n- two\n\n> Is it?\n\n-- \nAda");
  });

  it("has one blank line where there was an empty paragraph", () => {
    expect(plainText('<p>a</p><p style="margin:0"><br></p><p>b<br>c</p>')).toBe("a\n\nb\nc");
  });

  it("leaves room above a signature that stands alone", () => {
    expect(plainText(`<p></p>${signature}`)).toBe("\n\n-- \nAda");
    expect(plainText("")).toBe("");
  });

  it("carries the images of its text as files, but not those that were taken out of it", () => {
    const other = { ...image, id: 5, contentId: "other@us" };
    const fields = mail({ html: '<p><img src="cid:lid@us"></p>', files: [image, other] });
    const plain = { ...fields, ...withoutLooks(fields) };
    expect(carriedFiles(plain)).toEqual([image]);
    expect(withLooks(plain).html).toContain('<img src="cid:lid@us" alt="lid.png">');
  });

  it.each([
    ["<p>a <strong>b</strong></p>", true],
    ['<p><img src="cid:a"></p>', true],
    [
      '<p>a<br>b</p><ul><li>c</li></ul><blockquote><p>d</p></blockquote><p><a href="https://a.test">a.test</a></p>',
      false,
    ],
  ])("of %s: %s", (html, isLost) => {
    expect(hasLooks(html)).toBe(isLost);
  });
});

describe("a text that is given looks", () => {
  it.each(["Dear Maria,\n\nit is\non its way.", "Yes.\n\n> Is it?\n>\n>> Was it?\n\n-- \nAda\nNorthwind", "a < b & c"])(
    "says the same: %j",
    (text) => {
      expect(textOfHtml(htmlOfText(text))).toBe(text);
    },
  );

  it("has room to write above its signature", () => {
    expect(htmlOfText("\n\n-- \nAda")).toBe('<p></p><div data-signature=""><p>Ada</p></div>');
  });
});

describe("a draft of text only", () => {
  it("is stored without HTML, and known by that", () => {
    const body = draftBody(mail({ isPlain: true, text: "Hi" }));
    expect(body).toMatchObject({ html: "", text: "Hi" });
    expect(body).not.toHaveProperty("isPlain");
    const author = { id: 1, name: "Ada" };
    const stored = { ...body, id: 1, author, conversationId: 3, version: 1, attachments: [], updatedAt: "" };
    expect(fieldsOfDraft(stored)).toMatchObject({ isPlain: true, text: "Hi" });
    expect(fieldsOfDraft({ ...stored, text: "" }).isPlain).toBe(false);
    expect(fieldsOfDraft({ ...stored, text: "" }, true).isPlain).toBe(true);
    expect(fieldsOfDraft({ ...stored, html: "<p>Hi</p>" }, true).isPlain).toBe(false);
  });

  it("is worth keeping once its text is another", () => {
    const start = mail({ isPlain: true, text: "\n\n-- \nAda" });
    expect(isWorthKeeping(start, start)).toBe(false);
    expect(isWorthKeeping({ ...start, text: "Hi\n\n-- \nAda" }, start)).toBe(true);
  });
});
