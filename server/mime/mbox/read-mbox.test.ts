import { array, assert, asyncProperty, boolean, constantFrom, date, integer, record, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { mboxEntry } from "./mbox-entry.ts";
import { readEntry, readSingle } from "./read-entry.ts";
import { readFromLine } from "./read-from-line.ts";
import { readMaildirFlags, readMaildirFolder, readMaildirKeywords, readMaildirTime } from "./read-maildir-name.ts";
import { splitMbox, type MboxSlice } from "./split-mbox.ts";

const plain = { seen: false, answered: false, flagged: false, draft: false, deleted: false, keywords: [] };

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function split(text: Buffer | string, { size = 7, max = 1_000_000, start = 0 } = {}): Promise<MboxSlice[]> {
  const slices: MboxSlice[] = [];
  for await (const slice of splitMbox(inChunks(Buffer.from(text).subarray(start), size), max, start))
    slices.push(slice);
  return slices;
}

const mailsIn = async (text: Buffer | string, options = {}) =>
  (await split(text, options)).map(({ bytes }) => readEntry(bytes ?? Buffer.alloc(0)));
const sourcesIn = async (text: string, options = {}) =>
  (await mailsIn(text, options)).map((mail) => mail.source.toString());

const dated = "From a@b.test Mon Nov  2 10:00:00 2026\n";

describe("an mbox file of ours", () => {
  it("gives back every byte, flag and time of every mail, in pieces of any size and from any entry on", async () => {
    const piece = constantFrom(
      "From ",
      dated,
      ">From x",
      "\r>From y",
      ">",
      "\r\n",
      "\n",
      "\r",
      "Content-Length: 9\n",
      "X-Postroom-Mail: lines=2 eol=raw end=none received=1\n",
      "Subject: text",
      "ü",
    );
    const text = array(piece, { maxLength: 20 }).map((pieces) => Buffer.from(pieces.join("")));
    const bytes = uint8Array().map((some) => Buffer.from(some));
    const mail = record({
      source: constantFrom(text, bytes).chain((one) => one),
      sender: constantFrom("a@b.test", "x y", ""),
      receivedAt: date({ min: new Date(0), max: new Date("9000-01-01"), noInvalidDate: true }),
      seen: boolean(),
      flagged: boolean(),
      answered: boolean(),
      draft: boolean(),
      deleted: boolean(),
      keywords: array(constantFrom("$Forwarded", "urgent", "NonJunk"), { maxLength: 1 }),
    });
    const mails = array(mail, { minLength: 1, maxLength: 5 });
    await assert(
      asyncProperty(mails, integer({ min: 1, max: 60 }), async (given, size) => {
        const file = Buffer.concat(given.map(({ source, ...facts }) => mboxEntry(source, facts)));
        const slices = await split(file, { size });
        const read = slices.map((slice) => readEntry(slice.bytes ?? Buffer.alloc(0)));
        expect(read).toEqual(
          given.map(({ source, receivedAt, seen, flagged, answered, draft, deleted, keywords }) => ({
            source,
            receivedAt,
            flags: { seen, flagged, answered, draft, deleted, keywords },
          })),
        );
        const last = slices.at(-1);
        expect(await split(file, { size, start: last?.offset ?? 0 })).toEqual([last]);
        expect(slices.reduce((sum, slice) => sum + slice.length, 0)).toBe(file.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("an mbox file of another program", () => {
  it("has LF made CRLF, and quoted lines as they were", async () => {
    const text = `${dated}Subject: Hi\n\n>From me\n>>From you\nlast\n\n${dated}Subject: Two\n\nx`;
    expect(await sourcesIn(text)).toEqual([
      "Subject: Hi\r\n\r\nFrom me\r\n>From you\r\nlast\r\n",
      "Subject: Two\r\n\r\nx",
    ]);
    expect(await sourcesIn(text.replaceAll("\n", "\r\n"))).toEqual(await sourcesIn(text));
  });

  it("keeps together a mail with an unquoted line that has no date", async () => {
    expect(await sourcesIn(`${dated}A: b\n\nOne.\n\nFrom here on it rains.\n\n${dated}A: c\n\n`)).toHaveLength(2);
  });

  it("without dates in its lines is parted where an empty line comes before", async () => {
    expect(await sourcesIn("From a\nA: b\n\nbut From here\nFrom now on\n\nFrom a\nA: c\n\n")).toHaveLength(2);
  });

  it("that counts instead of quoting is believed while its counts are right", async () => {
    const body = `One.\n\n${dated}Two.\n`;
    const counted = `${dated}A: b\nContent-Length: ${body.length}\n\n${body}\n`;
    expect(await sourcesIn(counted + counted)).toHaveLength(2);
    expect((await sourcesIn(counted))[0]).toContain("From a@b.test");
  });

  it("that lies about its counts hides no mail behind one", async () => {
    const lie = (count: number) => `${dated}A: b\nContent-Length: ${count}\n\nx\n\n`;
    for (const count of [0, 3, 90, 100_000, 999_999_999])
      expect(await sourcesIn(lie(count) + lie(count) + lie(count))).toHaveLength(3);
  });

  it("with an entry that is too large leaves out that one, and holds none of it", async () => {
    const slices = await split(`${dated}A: b\n\n${"x".repeat(5000)}\n\n${dated}A: c\n\n`, { max: 1000 });
    expect(slices.map(({ bytes }) => bytes === null)).toEqual([true, false]);
  });

  it.each([
    ["From - Mon Jan 01 10:00:00 2024", "2024-01-01T10:00:00.000Z"],
    ["From 1789@xxx Mon Jan 01 10:00:00 +0200 2024", "2024-01-01T08:00:00.000Z"],
    ["From a@b.test Mon, 1 Jan 2024 10:00:00 -0130", "2024-01-01T11:30:00.000Z"],
    ["From a@b.test Mon Jan  1 10:00 CET 2024", "2024-01-01T10:00:00.000Z"],
    ["From uucp!a Mon Jan  1 10:00:00 2024 remote from host", "2024-01-01T10:00:00.000Z"],
    ["From here on it rains", undefined],
    ["From me to you, Mon Jan 1", undefined],
  ])("is parted at %s", (line, at) => {
    expect(readFromLine(line)?.receivedAt.toISOString()).toBe(at);
  });

  it("tells flags by the fields of mutt, Thunderbird and Takeout", async () => {
    const of = async (fields: string) => (await mailsIn(`${dated}${fields}\n\nx\n\n`))[0]?.flags;
    expect(await of("Status: RO\nX-Status: AF\nX-Keywords: $Label1 work")).toEqual({
      ...plain,
      seen: true,
      answered: true,
      flagged: true,
      keywords: ["$Label1", "work"],
    });
    expect(await of("X-Mozilla-Status: 1007\nX-Mozilla-Keys: $label2   ")).toEqual({
      ...plain,
      seen: true,
      answered: true,
      flagged: true,
      keywords: ["$label2", "$Forwarded"],
    });
    expect(await of("X-Gmail-Labels: Inbox,Unread,Starred")).toEqual({ ...plain, flagged: true });
    expect(await of("X-Gmail-Labels: Inbox,Opened")).toEqual({ ...plain, seen: true });
  });

  it("takes the zone that a From line lacks from Received", async () => {
    const received = "Received: from x by y; Mon, 02 Nov 2026 08:00:00 -0200 (EST)\nSubject: x";
    const [mail] = await mailsIn(`${dated}${received}\n\nx\n\n`);
    expect(mail?.receivedAt?.toISOString()).toBe("2026-11-02T10:00:00.000Z");
  });
});

describe("a mail in a file of its own", () => {
  it("is taken as it is, and was received when its first Received says", () => {
    const file =
      "Received: by x; Mon, 2 Nov 2026 10:00:00 +0100\r\nDate: Sun, 1 Nov 2026 10:00:00 +0000\r\n\r\n>From x\r\n";
    const mail = readSingle(Buffer.from(file));
    expect(mail.source.toString()).toBe(file);
    expect(mail.receivedAt?.toISOString()).toBe("2026-11-02T09:00:00.000Z");
  });

  it("of a Maildir has its flags, keywords and time in its name, and its folder in its path", () => {
    const letters = readMaildirKeywords("0 $Forwarded\n2 urgent\n");
    expect(readMaildirFlags("1793613600.P7.x,S=1:2,DFRSTac", letters)).toEqual({
      seen: true,
      answered: true,
      flagged: true,
      draft: true,
      deleted: true,
      keywords: ["$Forwarded", "urgent"],
    });
    expect(readMaildirFlags("1793613600.P7.x;2,S", [])).toEqual({ ...plain, seen: true });
    expect(readMaildirTime("1793613600.P7.x:2,")?.toISOString()).toBe("2026-11-02T10:00:00.000Z");
    expect(["Maildir", "Maildir/.Projects.One"].map(readMaildirFolder)).toEqual([["INBOX"], ["Projects", "One"]]);
  });
});
