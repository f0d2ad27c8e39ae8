import { JSDOM } from "jsdom";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanPasted } from "./clean-pasted.ts";

const clean = (html: string) => cleanPasted(new JSDOM(html).window.document).replace(/\s*\n\s*/g, " ");

const wordList = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- @font-face {font-family:Calibri;} p.MsoNormal {margin:0cm} --></style></head><body lang=DE>
<!--StartFragment--><p class=MsoNormal style='margin:0cm'><b><span style='color:#1F497D'>Agenda</span></b><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>First<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a.<span>&nbsp; </span></span><![endif]>Deeper</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Second</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`;

describe("what is pasted", () => {
  it("from Word has real lists, and none of its styles", () => {
    expect(clean(wordList)).toBe("<p><b>Agenda</b></p> <ul><li>First<ol><li>Deeper</li></ol></li><li>Second</li></ul>");
  });

  it("from Outlook has no spacers, colours or fonts", () => {
    const html = `<div class=WordSection1><p class=MsoNormal><span lang=EN-US style='font-size:11.0pt;font-family:"Calibri",sans-serif;color:black'>Hello Kim,<o:p></o:p></span></p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal><span style='mso-fareast-language:EN-US'>see <a href="https://a.test/x"><span style='color:#0563C1;text-decoration:underline'>this</span></a>.</span></p></div>`;
    expect(clean(html)).toBe('<div><p>Hello Kim,</p><p>see <a href="https://a.test/x">this</a>.</p></div>');
  });

  it("from Google Docs is not all bold, and keeps what was", () => {
    const html = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:700;font-style:normal">Bold</span><span style="font-weight:400;font-style:italic"> slanted</span></p><ul><li dir="ltr" aria-level="1"><p role="presentation"><span style="font-weight:400">item</span></p></li></ul></b><br class="Apple-interchange-newline">`;
    expect(clean(html)).toContain("<p><strong>Bold</strong><em> slanted</em></p><ul><li><p>item</p></li></ul>");
    expect(clean(html)).not.toContain("<b>");
  });

  it("from a web page loads and runs nothing", () => {
    const html = `<article class="post" onclick="x()"><h1 style="color:red">Title</h1><script>alert(1)</script><p>Text <img src="https://track.test/p.gif" alt="a cat" onerror="x()"></p><iframe src="https://a.test"></iframe><a href="javascript:x()">bad</a> <a href="https://www.google.com/url?q=https://b.test/&sa=D">good</a><p style="display:none">hidden</p></article>`;
    const result = clean(html);
    expect(result).toBe('<article><h2>Title</h2><p>Text a cat</p>bad <a href="https://b.test/">good</a></article>');
  });

  it("from a spreadsheet is lines", () => {
    const html = `<table border=0 width=128><col width=64><tr height=20><td class=xl65>Kettle</td><td align=right>12</td></tr><tr><td>Lid</td><td>3</td></tr></table>`;
    expect(clean(html)).toBe("<p>Kettle | 12</p><p>Lid | 3</p>");
  });

  it("of a plain mail that is quoted keeps its lines", () => {
    expect(
      clean(
        '<div><div>On Monday:</div><blockquote type="cite" style="margin:0"><div style="white-space:pre-wrap">one\ntwo</div></blockquote></div>',
      ),
    ).toBe('<div><div>On Monday:</div><blockquote type="cite"><div>one<br>two</div></blockquote></div>');
  });

  it("has a paragraph for each that a blank line parts", () => {
    const html = "<div>one<br>still one<br> <br>two <b>bold</b><br><br><br>three</div><p>four</p>";
    expect(clean(html)).toBe("<div><p>one<br>still one</p><p>two <b>bold</b></p><p>three</p></div><p>four</p>");
  });

  it("keeps the images that the mail carries, and no others", () => {
    const { document } = new JSDOM(
      '<p>a<img src="cid:in" alt="Plan" class="x" width="9">b<img src="cid:out" alt="other"></p>',
    ).window;
    expect(cleanPasted(document, ["in"])).toBe('<p>a<img src="cid:in" alt="Plan">bother</p>');
  });

  it("never carries a style, a class, a handler, an image or a script, whatever it is", () => {
    const tag = fc.constantFrom(
      "p",
      "div",
      "span",
      "b",
      "img",
      "script",
      "table",
      "tr",
      "td",
      "a",
      "ul",
      "li",
      "style",
      "o:p",
      "font",
      "svg",
      "h1",
      "blockquote",
    );
    const attribute = fc.constantFrom(
      'style="color:red;mso-list:l0 level2"',
      'class="x"',
      'onclick="x()"',
      'href="javascript:x"',
      'src="https://e.test/p"',
      'id="a"',
      'style="font-weight:700"',
    );
    const piece = fc.oneof(
      fc.tuple(tag, attribute).map(([name, said]) => `<${name} ${said}>`),
      tag.map((name) => `</${name}>`),
      fc.constant("words"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        expect(clean(pieces.join(""))).not.toMatch(/style=|class=|onclick|javascript:|<img|<script|<svg|<o:p|id=/);
      }),
      { numRuns: 60 },
    );
  });
});
