// @vitest-environment jsdom
import { Editor } from "@tiptap/react";
import { afterEach, describe, expect, it } from "vitest";
import { signatureHtml, splitSignature, swapSignature } from "../signature.ts";
import { mailExtensions } from "./extensions.ts";
import { placeToWrite } from "./place-to-write.ts";
import { readHtml } from "./read-html.ts";
import { writeHtml } from "./write-html.ts";
import { writeText } from "./write-text.ts";

const editors: Editor[] = [];
const begin = (content: string) => {
  const editor = new Editor({ extensions: mailExtensions(), content: readHtml(content), injectCSS: false });
  editors.push(editor);
  return editor;
};
// One that lives on looks for a document that is gone.
afterEach(() => editors.splice(0).forEach((editor) => editor.destroy()));

const written = (editor: Editor) => writeHtml(editor.getJSON());
const signer = (signature: string) => ({ signature });

describe("a draft", () => {
  it("is read back by the editor as it was written", () => {
    const first = written(
      begin(
        '<h2>Plan</h2><p>a <strong>b</strong> <em>c</em> <u>d</u> <s>e</s> <code>f</code> <a href="https://a.test/">g</a><br>h</p><ol start="3"><li><p>i</p><ul><li><p>j</p></li></ul></li></ol><blockquote type="cite"><p>k</p></blockquote><pre><code>l\nm</code></pre><hr><p>n<img src="cid:x@postroom" alt="o" width="300"></p><div data-signature=""><div data-delimiter="">-- </div><p>p</p></div>',
      ),
    );
    expect(written(begin(first))).toBe(first);
    expect(first).toContain('<img src="cid:x@postroom" alt="o" width="300"');
    expect(first).toContain('<blockquote type="cite"');
    expect(first.match(/-- /g)).toHaveLength(1);
  });

  it("keeps an empty paragraph as empty as it was", () => {
    const first = written(begin("<p>a</p><p></p><p>b<br>c</p>"));
    expect(first).toContain("<br></p>");
    expect(begin(first).getJSON()).toEqual(begin("<p>a</p><p></p><p>b<br>c</p>").getJSON());
  });

  it("takes in no image that the mail does not carry", () => {
    expect(written(begin('<p>a<img src="https://track.test/p.gif">b</p>'))).toBe('<p style="margin:0 0 10px">ab</p>');
  });
});

describe("who goes on writing", () => {
  const placed = (content: string) => {
    const editor = begin(content);
    editor.commands.setTextSelection(placeToWrite(editor));
    editor.commands.insertContent("|");
    return writeText(editor.getJSON());
  };
  const signature = signatureHtml(signer("<p>Ada</p>"), "");

  it("begins above the signature of an empty mail", () => {
    expect(placed(`<p></p>${signature}`)).toBe("|\n\n-- \nAda");
  });

  it("goes on behind the last of their own words", () => {
    expect(placed(`<p>Hello</p><p>Bye</p>${signature}`)).toBe("Hello\n\nBye|\n\n-- \nAda");
    expect(placed("<p>Hello</p><ul><li><p>one</p></li></ul>")).toBe("Hello\n\n- one|");
  });

  it("begins above what is quoted", () => {
    expect(placed('<p>Hi</p><p>Ben wrote:</p><blockquote type="cite"><p>old</p></blockquote>')).toMatch(/^Hi\|/);
  });
});

describe("the signature of another sender", () => {
  const [ada, team] = [signatureHtml(signer("<p>Ada</p>"), ""), signatureHtml(signer("<p>The team</p>"), "")];

  it("takes the place of one that nobody changed", () => {
    const editor = begin(`<p>Hello</p>${ada}`);
    swapSignature(editor, ada, team);
    expect(writeText(editor.getJSON())).toBe("Hello\n\n-- \nThe team");
  });

  it("leaves one that was changed", () => {
    const editor = begin(`<p>Hello</p>${ada.replace("Ada", "Ada, on Mondays")}`);
    swapSignature(editor, ada, team);
    expect(writeText(editor.getJSON())).toBe("Hello\n\n-- \nAda, on Mondays");
  });

  it("is not forced on who took theirs out, and comes where there was none to take", () => {
    const without = begin("<p>Hello</p>");
    swapSignature(without, ada, team);
    expect(writeText(without.getJSON())).toBe("Hello");
    swapSignature(without, "", team);
    expect(writeText(without.getJSON())).toBe("Hello\n\n-- \nThe team");
  });
});

it("a signature that is wanted below the quote is parted from what is written", () => {
  const editor = begin(`<p>Hello</p>${signatureHtml(signer("<p>Ada</p>"), "")}`);
  const parted = splitSignature({ html: written(editor), text: writeText(editor.getJSON()) });
  expect(parted).toMatchObject({
    html: '<p style="margin:0 0 10px">Hello</p>',
    text: "Hello",
    closingText: "-- \nAda",
  });
  expect(parted.closingHtml).toContain("Ada");
});
