import * as fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { parseMime } from "./parse-mime.ts";

const lines = (...text: string[]) => Buffer.from(text.join("\r\n"), "latin1");

describe("parseMime", () => {
  it("numbers parts as a server does", () => {
    const parsed = parseMime(
      lines(
        "Subject: x", 'Content-Type: multipart/mixed; boundary="a b"', "", "preamble", "--a b", "Content-Type: multipart/alternative; boundary=in", "", "--in",
        "", "plain", "--in", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "", "<b>h=C3=A4</b>", "--in--", "--a b",
        "Content-Type: image/png; name=x.png", "Content-ID: <pic@x>", "Content-Transfer-Encoding: base64", "", "AAEC", "--a b",
        "Content-Type: message/rfc822", "", "Subject: inner", "", "body", "--a b--", "epilogue",
      ),
    );
    expect(parsed.parts.map(({ part, contentType }) => [part, contentType])).toEqual([
      ["1.1", "text/plain"], ["1.2", "text/html"], ["2", "image/png"], ["3", "message/rfc822"],
    ]);
    expect(parsed.text).toBe("plain");
    expect(parsed.html).toBe("<b>hä</b>");
    expect(parsed.preview).toBe("plain");
    expect(parsed.attachments.map(({ part, filename, inline, contentId }) => [part, filename, inline, contentId])).toEqual([
      ["2", "x.png", true, "pic@x"], ["3", "attachment-2.eml", false, ""],
    ]);
    expect([...(parsed.attachments[0]?.content ?? [])]).toEqual([0, 1, 2]);
    expect(Buffer.from(parsed.headersBlock).toString()).toContain("Subject: x");
  }); // prettier-ignore

  it.each([
    ["no closing boundary", lines("Content-Type: multipart/mixed; boundary=a", "", "--a", "", "hello")],
    ["bare line feeds", Buffer.from("Content-Type: multipart/mixed; boundary=a\n\n--a\n\nhello\n--a--\n")],
    [
      "white space behind the boundary",
      lines("Content-Type: multipart/mixed; boundary=a", "", "--a  ", "", "hello", "--a--"),
    ],
    ["a boundary that is not there", lines("Content-Type: multipart/mixed; boundary=zz", "", "hello")],
    ["no boundary named", lines("Content-Type: multipart/mixed", "", "hello")],
    ["no header", lines("", "hello")],
    [
      "a boundary that begins like another",
      lines("Content-Type: multipart/mixed; boundary=a", "", "--a", "", "hello", "--a--"),
    ],
    ["a line of spaces for the empty one", lines("Subject: x", " ", "hello")],
  ])("reads a mail with %s", (_, source) => {
    expect(parseMime(source).text.trim()).toBe("hello");
  });

  it("reads names in every spelling", () => {
    const name = (...header: string[]) => parseMime(lines(...header, "", "x")).parts[0]?.filename;
    expect(name("Content-Type: a/b", 'Content-Disposition: attachment; filename="a;b\\"c.pdf"')).toBe('a;b"c.pdf');
    expect(name("Content-Disposition: attachment; filename*=utf-8''%C3%A4%20b.pdf")).toBe("ä b.pdf");
    expect(name("Content-Disposition: attachment; filename*1*=%A4.pdf; filename*0*=utf-8''%C3")).toBe("ä.pdf");
    expect(name("Content-Disposition: attachment; filename*0=lo; filename*1=ng.pdf")).toBe("long.pdf");
    expect(name("Content-Type: a/b; name==?utf-8?q?=C3=A4.pdf?=")).toBe("ä.pdf");
    expect(name('Content-Type: a/b; name="x.pdf"; name="y.pdf"')).toBe("x.pdf");
  });

  it("ends, whatever is nested or repeated", () => {
    const deep = Array.from(
      { length: 300 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    ).join("");
    expect(parseMime(Buffer.from(deep)).parts.length).toBeLessThan(10);
    const wide = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\n\r\nx\r\n".repeat(50_000)}`;
    expect(parseMime(Buffer.from(wide)).parts).toHaveLength(1000);
    const same = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(200);
    expect(parseMime(Buffer.from(same)).parts.length).toBeLessThan(1001);
  });

  it("takes any bytes", () => {
    const piece = fc.constantFrom("--b\r\n", "--b--\r\n", "\r\n", "Content-Type: multipart/mixed; boundary=b\r\n", "Content-Transfer-Encoding: base64\r\n", "x", "\xff\0", " ", "=", "Content-Type: text/html\r\n");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const parsed = parseMime(Buffer.from(pieces.join(""), "latin1"));
        expect(parsed.parts.length).toBeGreaterThan(0);
        expect(new Set(parsed.parts.map(({ part }) => part)).size).toBe(parsed.parts.length);
      }),
      { seed: 53, numRuns: 300 },
    );
  }); // prettier-ignore

  it("reads the same words as another parser", async () => {
    const word = fc.stringMatching(/^[a-zA-ZäöüßéñжЖ漢字 ,.!?]{1,200}$/u);
    await fc.assert(
      fc.asyncProperty(word, fc.constantFrom("base64", "quoted-printable", "8bit"), async (text, encoding) => {
        const source = Buffer.concat([
          lines("MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/plain; charset=utf-8", `Content-Transfer-Encoding: ${encoding}`, "", ""),
          Buffer.from(encoded(text, encoding)), lines("", "--b--", ""),
        ]);
        const other = await PostalMime.parse(source);
        expect(parseMime(source).text.trim()).toBe(other.text?.trim());
        expect(other.text?.trim()).toBe(text.trim());
      }),
      { seed: 59, numRuns: 60 },
    );
  }); // prettier-ignore
});

function encoded(text: string, encoding: string): string {
  const bytes = Buffer.from(text);
  if (encoding === "base64") return bytes.toString("base64").replace(/.{76}/g, "$&\r\n");
  if (encoding === "8bit") return text;
  return bytes.toString("hex").replace(/../g, (pair) => `=${pair.toUpperCase()}`).replace(/.{72}/g, "$&=\r\n"); // prettier-ignore
}
