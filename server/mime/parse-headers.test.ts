import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHeaders } from "./parse-headers.ts";

const read = (text: string) => parseHeaders(Buffer.from(text, "latin1"));
const readUtf8 = (text: string) => parseHeaders(Buffer.from(text, "utf8"));

describe("parseHeaders", () => {
  it("reads an ordinary mail", () => {
    const parsed = read(
      [
        "Return-Path: <bounce@example.com>",
        "Authentication-Results: mx.acme.test; spf=pass",
        "Authentication-Results: mx.evil.example; spf=pass; dkim=pass",
        "From: =?utf-8?q?J=C3=A4ne?= Doe <jane@Example.com>",
        "To: help@acme.test, Bob <bob@example.com>",
        "Subject: =?utf-8?b?R3LDvMOfZQ==?=",
        " =?utf-8?q?_an?= alle",
        "Date: Mon, 2 Feb 2026 10:00:00 +0100",
        "Message-ID: <Abc@Example.com>",
        "References: <one@x> <two@x>",
        "In-Reply-To: <two@x>",
        "List-Id: Team <team.example.com>",
        "Auto-Submitted: auto-replied",
        "X-Mailer: thing",
        "",
        "From: not@header.example",
      ].join("\r\n"),
    );
    expect(parsed).toMatchObject({
      internetMessageId: "Abc@example.com",
      inReplyTo: "two@x",
      references: ["one@x", "two@x"],
      subject: "Grüße an alle",
      from: { name: "Jäne Doe", address: "jane@example.com" },
      to: [{ name: "", address: "help@acme.test" }, { name: "Bob", address: "bob@example.com" }],
      replyTo: [],
      sentAt: new Date("2026-02-02T09:00:00Z"),
    }); // prettier-ignore
    expect(parsed.headers).toEqual({
      "return-path": "<bounce@example.com>",
      "authentication-results": "mx.acme.test; spf=pass",
      "list-id": "Team <team.example.com>",
      "auto-submitted": "auto-replied",
    });
  });

  it("reads nothing from nothing", () => {
    for (const text of ["", "\r\n\r\n", "no header at all\nneither here", ": empty name\n"])
      expect(read(text)).toMatchObject({ internetMessageId: "", subject: "", from: { name: "", address: "" }, to: [], sentAt: null });
  }); // prettier-ignore

  it("adds what only In-Reply-To names to the references", () => {
    expect(read("References: <a@x>\nIn-Reply-To: <b@x>\n").references).toEqual(["a@x", "b@x"]);
    expect(read("In-Reply-To: Your mail <b@x> of Monday\n").references).toEqual(["b@x"]);
  });

  it.each([
    ["raw UTF-8", () => readUtf8("Subject: Grüße an Jürgen\n")],
    ["raw Latin-1", () => read("Subject: Gr\xfc\xdfe an J\xfcrgen\n")],
    [
      "encoded in pieces",
      () => read("Subject: =?utf-8?q?Gr=C3?=\n =?utf-8?q?=BC=C3=9Fe?= =?utf-8?q?_an_J=C3=BCrgen?=\n"),
    ],
    ["bare CR as line end", () => read("X: 1\rSubject: Gr\xfc\xdfe an J\xfcrgen\rY: 2\r")],
    ["NULs inside", () => read("Subject: Gr\xfc\0\xdfe an\0 J\xfcrgen\n")],
    ["spaces before the colon", () => read("Subject : Gr\xfc\xdfe an J\xfcrgen\n")],
    ["any case of name", () => read("SUBJECT:Gr\xfc\xdfe an J\xfcrgen\n")],
    ["an mbox line above", () => read("From jane@x Mon Feb  2\nSubject: Gr\xfc\xdfe an J\xfcrgen\n")],
  ])("reads a subject in %s", (_, parse) => {
    expect(parse().subject).toBe("Grüße an Jürgen");
  });

  it("keeps a letter whose last byte would be a space in Latin-1", () => {
    expect(readUtf8("Subject: voilà\nFrom: Jà\n  <j@x>\n")).toMatchObject({ subject: "voilà", from: { name: "Jà" } });
  });

  it("reads raw text in the charset that the body is in", () => {
    expect(read("Subject: \xcf\xf0\xe8\nContent-Type: text/plain; charset=windows-1251\n").subject).toBe("При");
    expect(read("Subject: \xb1\xea\nContent-Type: text/html; charset=iso-8859-2\n").subject).toBe("ąę");
    expect(readUtf8("Subject: ąę\nContent-Type: text/html; charset=iso-8859-2\n").subject).toBe("ąę");
    expect(read('Subject: \x1b$B$"\x1b(B\n').subject).toBe("あ");
  });

  it("lets no line break or hidden character out of a subject", () => {
    expect(read("Subject: =?utf-8?q?a=0D=0ABcc:_evil@x=E2=80=AE?=\n").subject).toBe("a Bcc: evil@x");
  });

  it("believes the first From and marks that there are more", () => {
    const parsed = read("From: jane@example.com\nFrom: ceo@bank.example\n");
    expect(parsed.from.address).toBe("jane@example.com");
    expect(parsed.headers["x-postroom-from-count"]).toBe("2");
    expect(read("From: a@x, b@x\n").headers["x-postroom-from-count"]).toBe("2");
    expect(read("From: a@x\nX-Postroom-From-Count: 7\n").headers).toEqual({});
  });

  it("falls back to Sender when From names nobody", () => {
    expect(read("From:\nSender: s@x\n").from.address).toBe("s@x");
  });

  it.each([
    ["Mon, 02 Feb 2026 10:00:00 +0100", "2026-02-02T09:00:00.000Z"],
    ["2 Feb 26 10:00 GMT", "2026-02-02T10:00:00.000Z"],
    ["Mon, 2 Feb 2026 10:00:00 -0500 (EST)", "2026-02-02T15:00:00.000Z"],
    ["Mon, 2 Feb 2026 10:00:00 PST", "2026-02-02T18:00:00.000Z"],
    ["Mon, 2 Feb 2026 10:00:00 +9900", "2026-02-02T10:00:00.000Z"],
    ["2 February 2026 09:30 PM", "2026-02-02T21:30:00.000Z"],
    ["Mon Feb  2 10:00:00 2026", "2026-02-02T10:00:00.000Z"],
    ["Mon Feb  2 10:00:00 UTC 2026", "2026-02-02T10:00:00.000Z"],
    ["2026-02-02T10:00:00Z", "2026-02-02T10:00:00.000Z"],
    ["2026-02-02 10:00:00", "2026-02-02T10:00:00.000Z"],
    ["Thu, 19 Sep 91 12:41:43 EDT", "1991-09-19T16:41:43.000Z"],
  ])("reads the date %s", (date, expected) => {
    expect(read(`Date: ${date}\n`).sentAt?.toISOString()).toBe(expected);
  });

  it.each(["yesterday", "32 Feb 2026 10:00:00 +0000", "31 Feb 2026 10:00:00 +0000", "1 Foo 2026 10:00", "1 Jan 9999 10:00:00 +0000", "1 Jan 0001 00:00:00", "99:99", ""])(
    "takes %j for no date",
    (date) => {
      expect(read(`Date: ${date}\n`).sentAt).toBeNull();
    },
  ); // prettier-ignore

  it("survives headers that are too many, too long, or nested without end", () => {
    const hostile = [
      `To: ${"a@b, ".repeat(60_000)}`, `To: ${"(".repeat(250_000)}`, `From: ${'"'.repeat(250_000)}`, `References: ${"<".repeat(250_000)}`,
      `Subject: ${"=?utf-8?q?a?= ".repeat(18_000)}`, `Date: ${"(".repeat(250_000)}`, "A: b\n".repeat(50_000), `Subject: a\n${" b\n".repeat(80_000)}`,
    ]; // prettier-ignore
    for (const text of hostile) {
      const parsed = read(text);
      expect(parsed.to.length).toBeLessThanOrEqual(1000);
      expect(parsed.references.length).toBeLessThanOrEqual(100);
      expect(parsed.subject.length).toBeLessThanOrEqual(1000);
    }
  });

  it("reads nothing beyond 256 KB", () => {
    expect(read(`X: ${"x".repeat(256 * 1024)}\nSubject: late\n`).subject).toBe("");
  });

  it("takes any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        const block = Buffer.concat([Buffer.from("Subject: "), bytes, Buffer.from("\nFrom: "), bytes]);
        expect(parseHeaders(block).subject).not.toMatch(/\p{Cc}/u);
      }),
      { seed: 43 },
    );
  });
});
