import { expect, it } from "vitest";
import { messageIdentity } from "./message-identity.ts";
import { parseHeaders } from "./parse-headers.ts";

const headers = (text: string) => parseHeaders(Buffer.from(text));
const text = { part: "1", contentType: "text/plain", charset: "", encoding: "7bit", sizeBytes: 10, filename: "", contentId: "", disposition: "" as const }; // prettier-ignore
const arrival = { sizeBytes: 900, receivedAt: new Date("2026-02-02T10:00:00Z") };
const mail = "From: jane@example.com\nDate: Mon, 2 Feb 2026 10:00:00 +0100\nMessage-ID: <a@x>\nSubject: Hi\n";

it("is the same for one mail in two accounts, though trace headers and arrival differ", () => {
  const here = messageIdentity(headers(`Received: by one\n${mail}`), [text], arrival);
  const there = messageIdentity(headers(`Received: by two\nReceived: by three\n${mail}`), [text], { sizeBytes: 1200, receivedAt: new Date(0) });
  expect(here).toEqual(there);
  expect(here.internetMessageId).toBe("a@x");
}); // prettier-ignore

it("tells two mails with one Message-ID apart", () => {
  const one = messageIdentity(headers(mail), [text], arrival).identity;
  for (const other of [
    mail.replace("jane@", "mallory@"),
    mail.replace("Hi", "Ho"),
    mail.replace("10:00:00", "11:00:00"),
  ])
    expect(messageIdentity(headers(other), [text], arrival).identity).not.toBe(one);
  expect(messageIdentity(headers(mail), [{ ...text, sizeBytes: 11 }], arrival).identity).not.toBe(one);
});

it("begins with the mail's date, in the order of time", () => {
  expect(messageIdentity(headers(mail), [text], arrival).identity).toMatch(/^0069806790-[0-9a-f]{32}$/);
  expect(messageIdentity(headers("From: a@b.test\n"), [text], arrival).identity).toMatch(/^0000000000-/);
  expect(messageIdentity(headers("Date: Mon, 2 Feb 1026 10:00:00 +0100\n"), [text], arrival).identity).toMatch(
    /^0{10}-/,
  );
});

it("gives a mail without Message-ID one that nobody can have issued, the same each time", () => {
  const bare = headers("From: jane@example.com\n");
  const first = messageIdentity(bare, [text], arrival);
  expect(first.internetMessageId).toMatch(/^[0-9a-f]{32}@missing\.invalid$/);
  expect(messageIdentity(bare, [text], arrival)).toEqual(first);
  expect(messageIdentity(bare, [text], { ...arrival, sizeBytes: 901 })).not.toEqual(first);
});

it("cannot be confused by moving text from one field to the next", () => {
  const one = messageIdentity({ ...headers(""), internetMessageId: "a", date: "bc" }, [], arrival);
  const other = messageIdentity({ ...headers(""), internetMessageId: "ab", date: "c" }, [], arrival);
  expect(one.identity).not.toBe(other.identity);
});
