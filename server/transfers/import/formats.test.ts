import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { array, asyncProperty, assert, boolean, constantFrom, integer, oneof, record, uint8Array, type Arbitrary } from "fast-check"; // prettier-ignore
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ManifestLine } from "#lib/contracts/export-manifest";
import { exportFormats, type ExportFormat } from "#lib/contracts/vocabulary";
import { systemFlags, type MailFlags } from "../../mime/mbox/mail-flags.ts";
import { withCrlf } from "../../mime/mbox/with-crlf.ts";
import { archiveNames } from "../export/archive-names.ts";
import type { ItemFacts } from "../export/item-facts.ts";
import { closeFolder, openFolder, writeMail } from "../export/mail-writer.ts";
import { emptyZip, GrowingZip } from "../export/zip/growing-zip.ts";
import { importedMail } from "./imported-mail.ts";
import { mailsOfFile, type Listed } from "./mails-of-file.ts";
import { openContainer } from "./open-container.ts";

type Mail = { source: Buffer; facts: ItemFacts };
type Read = { source: Buffer; flags: MailFlags; receivedMs: number };

const notListed: Listed = () => Promise.resolve(null);

/** Whatever a server may hold: every kind of line end and none, what looks like the format's own words, NUL, eight bits, huge lines. */
const sources: Arbitrary<Buffer> = oneof(
  array(
    constantFrom(
      "From ", "From a@b.test Mon Nov  2 10:00:00 2026\n", ">From x", ">>From ", "\r\n", "\n", "\r", "\r\n\r\n", "Subject: x\r\n", "Content-Length: 3\r\n",
      "X-Postroom-Mail: lines=2 eol=raw end=none received=1\n", "Status: RO\n", "X-Keywords: forged\n", "\0", "ü", "Hello", "x".repeat(70_000),
    ),
    { maxLength: 14 },
  ).map((pieces) => Buffer.from(pieces.join(""), "latin1")),
  uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
); // prettier-ignore

const mails: Arbitrary<Mail> = record({
  source: sources,
  receivedMs: integer({ min: 0, max: 4_000_000_000_999 }),
  flags: record({ seen: boolean(), flagged: boolean(), answered: boolean(), draft: boolean(), deleted: boolean() }),
  keywords: array(constantFrom("$Forwarded", "urgent", "NonJunk", "a/b", "$label1"), { maxLength: 4 }),
  subject: constantFrom("", "Hello", "../../x", "CON", "a\nb"),
}).map(({ source, receivedMs, flags, keywords, subject }) => ({
  source,
  facts: {
    ...flags,
    keywords: [...new Set(keywords)],
    receivedAt: new Date(receivedMs),
    subject,
    sender: "carla@customer.test",
    sizeBytes: source.length,
    uid: 0,
    path: "",
    labels: [],
  },
}));
/** Names that mean something to whoever reads other people's archives. */
const paths = constantFrom("INBOX", "tmp", "cur", "new", "cur/new", "dovecot", ".hidden", "__MACOSX", "a.eml", "mbox", "x.txt"); // prettier-ignore

describe("a mailbox that is written to a file and read again", () => {
  let directory = "";
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "formats-"));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  const written = async (format: ExportFormat, path: string, all: readonly Mail[]) => {
    const [name = ""] = archiveNames([{ accountId: 1, accountName: "Support", path, delimiter: "/" }], format);
    const folder = { id: 1, accountId: 1, accountName: "Support", path, delimiter: "/", role: "none" as const, name, mailCount: all.length }; // prettier-ignore
    const zip = await GrowingZip.open(join(directory, "zip"), join(directory, "names"), emptyZip);
    const lines: ManifestLine[] = [];
    const letters: string[] = [];
    await openFolder(zip, folder, format);
    for (const [index, { source, facts }] of all.entries())
      lines.push(await writeMail(zip, folder, format, { itemId: index + 1, facts: { ...facts, uid: index + 1 }, source }, letters)); // prettier-ignore
    await closeFolder(zip, folder, format, letters);
    await zip.finish(join(directory, "zip"), join(directory, "export.zip"));
    await zip.close();
    return lines;
  };

  const read = async (lines: readonly ManifestLine[] | null): Promise<Read[]> => {
    const container = await openContainer(join(directory, "export.zip"), "export.zip");
    const of = (file: string, offset: number) => lines?.find((line) => line.file === file && (line.offset ?? 0) === offset); // prettier-ignore
    const listed: Listed = async (file) => {
      const first = of(file, 0);
      return first ? (first.offset === undefined ? "single" : "mbox") : null;
    };
    const found: Read[] = [];
    for await (const one of mailsOfFile(container, { member: 0, offset: 0 }, lines ? listed : notListed)) {
      const told = of(one.file, one.at.offset);
      const mail = importedMail(one, told ? { ...told, isEntry: told.offset !== undefined } : null);
      expect([mail !== null, mail?.isChanged ?? false], one.code).toEqual([true, false]);
      if (mail) found.push({ source: mail.source, flags: mail.flags, receivedMs: mail.receivedAt.getTime() });
    }
    return found;
  };

  /** In any order: EML files of a folder are told apart by their names alone. */
  const described = (all: readonly Read[]) =>
    all.map(({ source, flags, receivedMs }) => `${source.toString("base64")} ${systemFlags(flags).join(" ")} ${[...flags.keywords].sort().join(" ")} ${receivedMs}`).sort(); // prettier-ignore
  const asRead = ({ source, facts }: Mail): Read => ({ source, flags: facts, receivedMs: facts.receivedAt.getTime() });

  it.each(exportFormats)("as an export by %s is the same to the byte, with flags and dates", async (format) => {
    await assert(
      asyncProperty(paths, array(mails, { maxLength: 5 }), async (path, all) => {
        const lines = await written(format, path, all);
        expect(described(await read(lines))).toEqual(described(all.map(asRead)));
      }),
      { numRuns: 60 },
    );
  });

  it("as mbox is the same without the list beside it", async () => {
    await assert(
      asyncProperty(array(mails, { minLength: 1, maxLength: 5 }), async (all) => {
        await written("mbox", "Projects", all);
        expect(described(await read(null))).toEqual(described(all.map(asRead)));
      }),
      { numRuns: 60 },
    );
  });

  it("as Maildir is the same without the list, but for line ends that mail does not have and parts of seconds", async () => {
    const plain = ({ source, facts }: Mail): Read => ({
      source: withCrlf(source),
      flags: facts,
      receivedMs: Math.floor(facts.receivedAt.getTime() / 1000) * 1000,
    });
    const dated = mails.filter(({ facts }) => facts.receivedAt.getTime() >= 100_000_000_000);
    await assert(
      asyncProperty(array(dated, { minLength: 1, maxLength: 5 }), async (all) => {
        await written("maildir", "Projects", all);
        expect(described(await read(null))).toEqual(described(all.map(plain)));
      }),
      { numRuns: 60 },
    );
  });
});
