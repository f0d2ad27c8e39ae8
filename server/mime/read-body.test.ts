import { afterAll, describe, expect, it } from "vitest";
import type { MessagePart } from "#lib/contracts/message-part";
import { closePool } from "../pool.ts";
import { decodeBody } from "./decode-body.ts";
import { attachmentsOf, readBody, textPartsOf } from "./read-body.ts";

function part(number: string, contentType: string, fields: Partial<MessagePart> = {}): MessagePart {
  return { part: number, contentType, charset: "utf-8", encoding: "8bit", sizeBytes: 1, filename: "", contentId: "", disposition: "", ...fields };
} // prettier-ignore

const contents = (texts: Record<string, string | Buffer>) =>
  new Map(Object.entries(texts).map(([number, text]) => [number, Buffer.from(text)]));

describe("textPartsOf and attachmentsOf", () => {
  it("tell words from files", () => {
    const parts = [
      part("1.1", "text/plain"), part("1.2", "text/html"), part("2", "text/plain", { filename: "log.txt", disposition: "attachment" }), part("3", "text/html", { disposition: "attachment" }),
      part("4", "image/png", { contentId: "<pic@x>", disposition: "inline" }), part("5", "application/pdf", { filename: "../a/b.pdf", disposition: "attachment" }), part("6", "text/calendar"),
      part("7", "text/plain", { filename: "note.txt", disposition: "inline" }), part("8", "evil\r\n/x", { filename: "x" }),
    ];
    expect(textPartsOf(parts)).toEqual(["1.1", "1.2"]);
    expect(attachmentsOf(parts).map(({ part: number, filename, inline, contentId, contentType }) => [number, filename, inline, contentId, contentType])).toEqual([
      ["2", "log.txt", false, "", "text/plain"], ["3", "attachment-2.html", false, "", "text/html"], ["4", "image-3.png", true, "pic@x", "image/png"],
      ["5", "b.pdf", false, "", "application/pdf"], ["6", "attachment-5.ics", false, "", "text/calendar"], ["7", "note.txt", false, "", "text/plain"], ["8", "x", false, "", "application/octet-stream"],
    ]);
  }); // prettier-ignore

  it("take another text where there is nothing else to read", () => {
    expect(textPartsOf([part("1", "text/enriched")])).toEqual(["1"]);
    expect(textPartsOf([part("1", "application/pdf")])).toEqual([]);
  });

  it("show the true ending of a file's name", () => {
    const name = (filename: string) => attachmentsOf([part("1", "application/pdf", { filename })])[0]?.filename;
    expect(name("invoice\u202Efdp.exe")).toBe("invoicefdp.exe");
    expect(name("=?utf-8?q?=C3=BC.pdf?=")).toBe("ü.pdf");
    expect(name("..")).toBe("attachment-1.pdf");
    expect(name("C:\\x\\y.doc")).toBe("y.doc");
    expect(name(`${"a".repeat(500)}.pdf`)).toMatch(/^a{196}\.pdf$/);
  });
});

describe("decodeBody", () => {
  it("prefers what was written as text, and keeps the HTML as it came", () => {
    const parts = [part("1", "text/plain", { encoding: "quoted-printable" }), part("2", "text/html", { encoding: "BASE64" })];
    const html = "<p>Hallo <b>Jäne</b></p>";
    expect(decodeBody({ parts, contents: contents({ "1": "Hallo J=C3=A4ne,=\r\n bis bald=ZZ", "2": Buffer.from(html).toString("base64") }) })).toEqual({
      text: "Hallo Jäne, bis bald=ZZ", html, preview: "Hallo Jäne, bis bald=ZZ",
    });
  }); // prettier-ignore

  it("makes text of a mail that has HTML only", () => {
    const html =
      "<head><style>p{color:red}</style><title>t</title></head><p>Dear Jane,</p><p>the <a href='https://example.com/x'>printer</a>&nbsp;burns.<br>Come!</p><img src=x alt=pic><blockquote>old</blockquote>";
    const body = decodeBody({ parts: [part("1", "text/html")], contents: contents({ "1": html }) });
    expect(body.text).toBe("Dear Jane,\n\nthe printer <https://example.com/x> burns.\nCome!\n\n> old");
    expect(body.preview).toContain("the printer");
    expect(body.preview).not.toContain("old");
  }); // prettier-ignore

  it("shows texts that stand beside the HTML, but not the alternative to it", () => {
    const alternative = [part("1.1", "text/plain"), part("1.2", "text/html"), part("2", "text/plain")];
    const body = decodeBody({ parts: alternative, contents: contents({ "1.1": "same", "1.2": "<p>same</p>", "2": "list <footer>" }) });
    expect(body.html).toBe('<p>same</p>\n<div style="white-space:pre-wrap">list &#60;footer&#62;</div>');
    expect(body.text).toBe("same\n\nlist <footer>");
  }); // prettier-ignore

  it.each([
    ["the MIME header's charset", part("1", "text/html", { charset: "iso-8859-1" }), Buffer.from("<p>Gr\xfc\xdfe</p>", "latin1")],
    ["the document's own charset", part("1", "text/html", { charset: "" }), Buffer.from("<meta charset=iso-8859-15><p>Gr\xfc\xdfe</p>", "latin1")],
    ["no charset", part("1", "text/html", { charset: "" }), Buffer.from("<p>Grüße</p>")],
    ["a wrong charset", part("1", "text/html", { charset: "us-ascii" }), Buffer.from("<p>Grüße</p>")],
    ["an unknown charset", part("1", "text/html", { charset: "klingon" }), Buffer.from("<p>Grüße</p>")],
    ["a wrong transfer encoding", part("1", "text/html", { encoding: "base64" }), Buffer.from("<p>Grüße</p> these are plain words indeed")],
  ])("reads %s", (_, only, bytes) => {
    expect(decodeBody({ parts: [only], contents: new Map([["1", bytes]]) }).text).toContain("Grüße");
  }); // prettier-ignore

  it("makes do with what was fetched", () => {
    expect(decodeBody({ parts: [part("1", "text/plain")], contents: new Map() })).toEqual({
      text: "",
      html: "",
      preview: "",
    });
  });

  it("reads words out of any nesting", () => {
    for (const html of [`${"<div>".repeat(30_000)}words`, `${"<b>".repeat(100_000)}words`, "<p>words</p>".repeat(10)])
      expect(decodeBody({ parts: [part("1", "text/html")], contents: contents({ "1": html }) }).text).toContain(
        "words",
      );
  });
});

describe("readBody", () => {
  afterAll(closePool);

  it("does the same in a thread of its own", async () => {
    const input = { parts: [part("1", "text/plain", { encoding: "base64" })], contents: contents({ "1": "SGFsbG8gV2VsdA==" }) };
    expect(await readBody(input)).toEqual({ text: "Hallo Welt", html: "", preview: "Hallo Welt" });
  }); // prettier-ignore
});
