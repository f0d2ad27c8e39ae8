import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAppError } from "../errors.ts";
import { buildMessage, envelopeOf, type OutgoingMail } from "./build-message.ts";
import { parseHeaders } from "./parse-headers.ts";
import { parseMime } from "./parse-mime.ts";

const at = (address: string, name = "") => ({ name, address });

function mail(fields: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    internetMessageId: "7.abc@acme.test", sentAt: new Date("2026-02-02T09:00:00Z"), from: at("help@acme.test", "Acme Help"), to: [at("jane@example.com", "Jane")],
    cc: [], bcc: [], subject: "Re: Drucker", text: "Hallo Jäne,\n\nbis bald.\n", html: "<p>Hallo Jäne</p>", attachments: [], ...fields,
  };
} // prettier-ignore

async function headerBlock(fields: Partial<OutgoingMail>): Promise<string> {
  const source = (await buildMessage(mail(fields))).toString("latin1");
  return source.slice(0, source.indexOf("\r\n\r\n"));
}

async function refusal(fields: Partial<OutgoingMail>): Promise<string> {
  const error: unknown = await buildMessage(mail(fields)).then(
    () => null,
    (reason: unknown) => reason,
  );
  return isAppError(error) ? error.code : String(error);
}

describe("buildMessage", () => {
  it("comes out of the parser as it went in", async () => {
    const attachment = { filename: "Übersicht, 2026.pdf", contentType: "application/pdf", content: Buffer.from([0, 255, 13, 10, 46, 10]) };
    const source = await buildMessage(
      mail({ cc: [at("bob@example.com", 'Bob "the" Builder, Jr.')], inReplyTo: "q@x", references: ["p@x", "q@x"], attachments: [attachment], postroomId: "send-9" }),
    );
    const parsed = parseMime(source);
    expect(parseHeaders(parsed.headersBlock)).toMatchObject({
      internetMessageId: "7.abc@acme.test",
      inReplyTo: "q@x",
      references: ["p@x", "q@x"],
      subject: "Re: Drucker",
      from: at("help@acme.test", "Acme Help"),
      to: [at("jane@example.com", "Jane")],
      cc: [at("bob@example.com", 'Bob "the" Builder, Jr.')],
      sentAt: new Date("2026-02-02T09:00:00Z"),
      headers: { "x-postroom-id": "send-9" },
    });
    expect(parsed.text.trim()).toBe("Hallo Jäne,\n\nbis bald.");
    expect(parsed.html.trim()).toBe("<p>Hallo Jäne</p>");
    expect(parsed.attachments).toHaveLength(1);
    expect(parsed.attachments[0]).toMatchObject({ filename: attachment.filename, contentType: "application/pdf", inline: false });
    expect(Buffer.from(parsed.attachments[0]?.content ?? []).equals(attachment.content)).toBe(true);
  }); // prettier-ignore

  it("tells nobody who got a blind copy", async () => {
    const source = (await buildMessage(mail({ bcc: [at("secret@example.org")] }))).toString();
    expect(source).not.toMatch(/bcc|secret@example\.org/i);
    expect(envelopeOf(mail({ bcc: [at("secret@example.org")], cc: [at("jane@example.com")] })).to).toEqual(["jane@example.com", "secret@example.org"]);
  }); // prettier-ignore

  it("writes one kind of line end and no line over 998 bytes", async () => {
    const source = (await buildMessage(mail({ text: `a\rb\nc\r\n${"x".repeat(5000)}`, html: `<p>${"y ".repeat(5000)}</p>` }))).toString("latin1");
    expect(source.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(Math.max(...source.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
  }); // prettier-ignore

  it("writes the same headers each time", async () => {
    const strip = (block: string) => block.replace(/boundary="[^"]*"/, "");
    expect(strip(await headerBlock({}))).toBe(strip(await headerBlock({})));
  });

  it.each([
    "a@y.test\r\nBcc: evil@z.test", "a@y.test\nBcc: evil@z.test", "a, b@y.test", "a@y.test,b@z.test", "<a@y.test>", "a@y.test>", '"a"@y.test', "a b@y.test", "a@y\0.test",
    "a@y.test;b@z.test", "", "nobody", "a@b@c.test", " a@y.test", "a@y.test\u2028x",
  ])("refuses to write to %j", async (address) => {
    expect(await refusal({ to: [at(address)] })).toBe("invalid");
    expect(await refusal({ bcc: [at(address)] })).toBe("invalid");
    expect(await refusal({ from: at(address) })).toBe("invalid");
    expect(await refusal({ replyTo: [at(address)] })).toBe("invalid");
  }); // prettier-ignore

  it.each<[string, Partial<OutgoingMail>]>([
    ["a subject of two lines", { subject: "Hi\r\nBcc: evil@z.test" }],
    ["a name of two lines", { to: [at("jane@example.com", "Jane\nBcc: evil@z.test")] }],
    ["nobody to write to", { to: [] }],
    ["a Message-ID that leaves its brackets", { internetMessageId: "a@x>\r\nBcc: evil@z.test" }],
    ["a reference of two lines", { references: ["a@x\nBcc: evil@z.test"] }],
    ["an answered id with brackets", { inReplyTo: "<a@x>" }],
    ["a token with a line end", { postroomId: "9\nBcc: x" }],
    ["a content type with a header in it", { attachments: [{ filename: "a", contentType: "text/plain\r\nBcc: x", content: Buffer.from("") }] }],
    ["a Content-ID with a header in it", { attachments: [{ filename: "a", contentType: "image/png", content: Buffer.from(""), contentId: "a>\r\nBcc: x" }] }],
  ])("refuses %s", async (_, fields) => {
    expect(await refusal(fields)).toBe("invalid");
  }); // prettier-ignore

  it("keeps commas, quotes and brackets of a name inside the name", async () => {
    for (const name of ["a, b@z.test", '"x" <evil@z.test>', "evil@z.test>, <b@z.test", "a\\", "x; y:", "(c)", "Ü, <evil@z.test>"]) {
      const parsed = parseHeaders(Buffer.from(`${await headerBlock({ to: [at("jane@example.com", name)] })}\r\n\r\n`, "latin1"));
      expect(parsed.to.map((one) => one.address)).toEqual(["jane@example.com"]);
    }
  }); // prettier-ignore

  it("lets no filename out of its header or its folder", async () => {
    const content = Buffer.from("x");
    const source = await buildMessage(mail({ attachments: [{ filename: '../../etc/"pa\r\nBcc: evil@z.test"', contentType: "text/plain", content }] }));
    const parsed = parseMime(source);
    expect(parsed.attachments[0]?.filename).not.toMatch(/[/\\\r\n]/);
    expect(parsed.attachments).toHaveLength(1);
    expect(source.toString()).not.toMatch(/^bcc/im);
  }); // prettier-ignore

  it("adds no header and no recipient, whatever the words", async () => {
    const known = /^(from|to|subject|message-id|date|mime-version|content-type|content-transfer-encoding|\s)/i;
    const words = fc.string({ unit: "grapheme", maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(words, words, words, async (subject, name, text) => {
        const clean = (value: string) => value.replace(/[\p{Cc}\u2028\u2029]/gu, "");
        const block = await headerBlock({ subject: clean(subject), to: [at("jane@example.com", clean(name))], text });
        for (const line of block.split("\r\n")) expect(line).toMatch(known);
        expect(parseHeaders(Buffer.from(block)).to.map((one) => one.address)).toEqual(["jane@example.com"]);
      }),
      { seed: 47, numRuns: 60 },
    );
  }); // prettier-ignore
});
