import * as fc from "fast-check";
import { ImapFlow, type ImapResponse, type MailboxObject } from "imapflow";
import { expect, it } from "vitest";
import { readQuickRow } from "./quick-row.ts";
import { readRow } from "./read-row.ts";

type Parser = (payload: Buffer, options: { literals: Buffer[] }) => Promise<ImapResponse>;

const client = new ImapFlow({ host: "127.0.0.1", port: 1, auth: { user: "x", pass: "x" }, logger: false });
const mailbox: MailboxObject = {
  path: "INBOX",
  delimiter: "/",
  flags: new Set(),
  uidNext: 1,
  uidValidity: 1n,
  exists: 0,
};

/** imapflow's own parser is no part of its declared surface. */
async function parse(payload: Buffer, literals: Buffer[]): Promise<ImapResponse> {
  const path = "imapflow/lib/handler/imap-parser.js";
  const module: { default: Parser } = await import(/* @vite-ignore */ path);
  return module.default(payload, { literals });
}

const slowly = async (payload: Buffer, literals: Buffer[]) => readRow(await parse(payload, literals), mailbox, client);

const text = '("TEXT" "plain" ("charset" "utf-8") NIL NIL "7bit" 840 12 NIL NIL NIL NIL)';
const file =
  '("application" "pdf" ("name" "a b.pdf") "<c@x>" "It is" "base64" 9000 NIL ("attachment" ("filename" "a b.pdf")) NIL NIL)';
const header = "BODY[HEADER.FIELDS (MESSAGE-ID IN-REPLY-TO X-Postroom-Id)] {7}\r\n";
const items = [
  "UID 5", "UID 4294967295", "FLAGS ()", "FLAGS (\\Seen \\Flagged $Label1 NonJunk)", "RFC822.SIZE 0", "RFC822.SIZE 900",
  'INTERNALDATE "01-Jan-2024 10:00:00 +0000"', 'INTERNALDATE " 1-Jan-2024 10:00:00 +0330"', "MODSEQ (12345678901)",
  `BODYSTRUCTURE ${text}`, `BODYSTRUCTURE (${text}${file} "mixed" ("boundary" "=_x") NIL NIL NIL)`,
  `BODYSTRUCTURE ((${text}${text} "alternative" NIL NIL NIL) ${file} "mixed")`,
]; // prettier-ignore
const odd = [
  "UID 0", "UID x", "UID 99999999999", "FLAGS (\\*)", "FLAGS NIL", "FLAGS (a b", 'INTERNALDATE "yesterday"', "INTERNALDATE NIL",
  "MODSEQ 5", "EMAILID (M1)", "X-GM-LABELS (\\Inbox)", "RFC822.SIZE -1", 'BODYSTRUCTURE ("a\\"b" "c")', "BODYSTRUCTURE NIL", "BODYSTRUCTURE ()",
  "BODYSTRUCTURE ((((", 'BODY[HEADER.FIELDS (A)] ""', "BODY[HEADER.FIELDS (A)] NIL", "BODY[TEXT] {7}\r\n", "body[header.fields (a)] {7}\r\n",
  'ENVELOPE ("x" NIL)', ")", "(", '"', "", " ", "UID", "uid 7", 'BODYSTRUCTURE ("text" {7}\r\n)', "FLAGS (ü)", "RFC822.SIZE 1\0",
]; // prettier-ignore

it("reads every usual row, as imapflow does", async () => {
  for (const structure of items.filter((item) => item.startsWith("BODYSTRUCTURE"))) {
    const row = `* 12 FETCH (UID 5 FLAGS (\\Seen) INTERNALDATE "01-Jan-2024 10:00:00 +0000" RFC822.SIZE 900 ${structure} MODSEQ (7) ${header})`;
    const payload = Buffer.from(row);
    const literals = [Buffer.from("A: b\r\n\r")];
    const quick = readQuickRow({ payload, literals });
    expect(quick).toMatchObject({ uid: 5, size: 900, modseq: 7n, headers: literals[0] });
    expect(quick).toEqual(await slowly(payload, literals));
  }
});

it("never reads a row otherwise than imapflow does", async () => {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...items, header) },
    { weight: 2, arbitrary: fc.constantFrom(...odd) },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  );
  const rows = fc.array(piece, { minLength: 1, maxLength: 7 });
  let readCount = 0;
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(" ", " ", " ", "  ", ""), async (pieces, gap) => {
      const payload = Buffer.from(`* 3 FETCH (${pieces.join(gap)})`);
      const literals = pieces.filter((one) => one.includes("{7}")).map(() => Buffer.from("A: b\r\n\r"));
      const quick = readQuickRow({ payload, literals });
      if (quick === null) return;
      readCount += 1;
      expect(quick).toEqual(await slowly(payload, [...literals]));
    }),
    { seed: 25, numRuns: 4000 },
  );
  expect(readCount).toBeGreaterThan(500);
});

it("leaves to imapflow what is no FETCH answer, or is too much", () => {
  const literals = [Buffer.alloc(7)];
  const deep = `BODYSTRUCTURE ${"(".repeat(40)}${")".repeat(40)}`;
  for (const row of ["* OK ready", "A1 OK done", "* 5 EXISTS", "* 5 EXPUNGE", `* 5 FETCH (${deep})`, `* 5 FETCH (UID 5 ${header.replace("7", "8")})`])
    expect(readQuickRow({ payload: Buffer.from(row), literals })).toBeNull();
  const long = Buffer.from(`* 5 FETCH (FLAGS (${"a ".repeat(10_000)}a))`);
  expect(readQuickRow({ payload: long })).toBeNull();
}); // prettier-ignore
