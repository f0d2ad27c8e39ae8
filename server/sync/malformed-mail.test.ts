import { afterEach, describe, expect, it } from "vitest";
import { eq, isNull } from "drizzle-orm";
import { quarantinedIn } from "#db/queries/sync/quarantine";
import { messages, placements } from "#db/schema/index";
import { store } from "#server/store";
import { startDovecot } from "#server/testing/dovecot/start-dovecot";
import { findByWords } from "#server/testing/find-by-words";
import { useFreshStore } from "#server/testing/fresh-store";
import { runSync, until } from "#server/testing/run-sync";
import { startScriptedImap } from "#server/testing/scripted-imap/start-scripted-imap";
import { folderNamed, plainMail } from "#server/testing/scripted-sync";

useFreshStore();

const user = { name: "help@team.test", password: "secret" };
const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});

type Server = { port: number; deliver: (source: Buffer | string) => Promise<void> };

const servers: [string, () => Promise<Server>][] = [
  [
    "Dovecot",
    async () => {
      const dovecot = await startDovecot({ users: [user] });
      ending.push(() => dovecot.stop());
      return { port: dovecot.imapPort, deliver: (source) => dovecot.deliver(user.name, source) };
    },
  ],
  [
    "the scripted server",
    async () => {
      const server = await startScriptedImap({ users: [user] });
      ending.push(() => server.stop());
      return { port: server.port, deliver: async (source) => void server.mailbox(user.name).deliver(source) };
    },
  ],
];

const lines = (...all: string[]) => `${all.join("\r\n")}\r\n`;
const latin1 = (text: string) => Buffer.from(text, "latin1");

/** What is delivered, and a word by which it has to be found. */
const malformed: [name: string, source: Buffer | string, word: string][] = [
  [
    "8-bit headers in UTF-8",
    lines("Message-ID: <u8@x>", "From: Jörg <j@x.test>", "Subject: Grüße aus Köln", "", "hi"),
    "Grüße",
  ],
  [
    "8-bit headers in Latin-1",
    latin1(
      lines(
        "Message-ID: <l1@x>",
        "From: J\xf6rg <j@x.test>",
        "Subject: M\xfcnchen ruft",
        "Content-Type: text/plain; charset=iso-8859-1",
        "",
        "hi",
      ),
    ),
    "münchen",
  ],
  [
    "a NUL in the headers and the text",
    latin1(lines("Message-ID: <nul@x>", "From: a@x.test", "Subject: nul\0here", "", "a\0b nulbody")),
    "nulbody",
  ],
  ["no Message-ID", lines("From: a@x.test", "Subject: anonymous one", "", "hi"), "anonymous"],
  [
    "the Message-ID of another mail",
    lines("Message-ID: <twin@x>", "From: a@x.test", "Subject: firsttwin", "", "hi"),
    "firsttwin",
  ],
  [
    "a Message-ID that was used before",
    lines("Message-ID: <twin@x>", "From: a@x.test", "Subject: secondtwin", "", "hello"),
    "secondtwin",
  ],
  [
    "a date that is none",
    lines("Message-ID: <d1@x>", "Date: 32 Foo 9999 99:99", "From: a@x.test", "Subject: wilddate", "", "hi"),
    "wilddate",
  ],
  [
    "a date before there was mail",
    lines("Message-ID: <d2@x>", "Date: 1 Jan 0001 00:00:00 +9999", "From: a@x.test", "Subject: olddate", "", "hi"),
    "olddate",
  ],
  [
    "charsets that nobody knows",
    lines(
      "Message-ID: <c@x>",
      "From: =?x-klingon?Q?qapla?= <a@x.test>",
      "Subject: =?x-klingon?B?bm93aGVyZQ==?= unknowncharset",
      "Content-Type: text/plain; charset=x-klingon",
      "",
      "klingonbody",
    ),
    "klingonbody",
  ],
  [
    "1 MB of headers",
    lines(
      "Message-ID: <mb@x>",
      "From: a@x.test",
      "Subject: megabyte",
      ...Array.from({ length: 9000 }, (_, index) => `X-Filler-${index}: ${"y".repeat(100)}`),
      `References: ${"<r@x> ".repeat(20_000)}`,
      "",
      "hi",
    ),
    "megabyte",
  ],
  ["no headers at all", "\r\njust words, wordsonly\r\n", "wordsonly"],
  [
    "header lines that are none",
    lines("From", ": nothing", "Subject:headless", " folded", "\tfolded", "=?=?=?", "", "hi"),
    "headless",
  ],
  [
    "a structure that never closes",
    lines(
      "Message-ID: <o@x>",
      "From: a@x.test",
      "Subject: openended",
      'Content-Type: multipart/mixed; boundary="',
      "",
      "--",
      "hi",
    ),
    "openended",
  ],
];

const isFound = async (word: string) => (await findByWords(word, [1])).length > 0;

const storedMails = () =>
  store()
    .read.select({ id: messages.id, subject: messages.subject, bodyState: messages.bodyState, uid: placements.uid })
    .from(placements)
    .innerJoin(messages, eq(messages.id, placements.messageId))
    .where(isNull(placements.missingSince));

describe.each(servers)("malformed mail from %s", (_name, start) => {
  it("of every kind is stored, shown and found", async () => {
    const server = await start();
    for (const [, source] of malformed) await server.deliver(source);
    const sync = await runSync({ ...user, port: server.port }, { withOutbox: true });
    ending.push(() => sync.stop());
    await sync.settled();
    expect(await folderNamed("INBOX")).toMatchObject({ storedCount: malformed.length, quarantinedCount: 0 });
    await until(async () => (await storedMails()).every((row) => row.bodyState === "stored"), 15_000, "all texts");
    const lost = [];
    for (const [name, , word] of malformed) if (!(await isFound(word))) lost.push(name);
    expect(lost).toEqual([]);
    // One Message-ID on different mails does not make them one.
    expect(new Set((await storedMails()).map((row) => row.id)).size).toBe(malformed.length);
  });

  it(
    "of 100,000 parts is stored or set aside where it can be seen, and stands in nobody's way",
    { timeout: 90_000 },
    async () => {
      const server = await start();
      const part = "--b\r\n\r\nx\r\n";
      const huge = `${lines("Message-ID: <parts@x>", "From: a@x.test", "Subject: manyparts", "Content-Type: multipart/mixed; boundary=b", "")}${part.repeat(100_000)}--b--\r\n`;
      for (let id = 1; id <= 20; id += 1) await server.deliver(plainMail(id));
      await server.deliver(huge);
      for (let id = 21; id <= 30; id += 1) await server.deliver(plainMail(id));
      const sync = await runSync({ ...user, port: server.port });
      ending.push(() => sync.stop());
      await sync.settled(30_000);
      const folder = await folderNamed("INBOX");
      const aside = await quarantinedIn(store().read, folder.id, folder.generation);
      expect(folder.storedCount + aside.length).toBe(31);
      expect(aside.length).toBe(folder.quarantinedCount);
      await server.deliver(plainMail("after"));
      await sync.settled(30_000);
      // What the server cannot tell in full it tells in part.
      await until(
        async () => (await storedMails()).some((row) => row.subject === "manyparts"),
        20_000,
        "the huge mail",
      );
    },
  );
});
