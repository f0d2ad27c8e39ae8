import * as fc from "fast-check";
import { ImapFlow } from "imapflow";
import { ImapStream } from "imapflow/lib/handler/imap-stream.js";
import { describe, expect, it } from "vitest";
import { executeUnparsed } from "./execute-unparsed.ts";

const completion = "A1 OK List completed.";
const wanted = ['* LIST (\\HasNoChildren) "/" INBOX', '* list () "/" "A b"', "* STATUS INBOX (MESSAGES 3 UIDNEXT 4)"];
const insideLiteral = '* LIST () "/" B';
const others = [
  `* LIST () "/" {${insideLiteral.length}}\r\n${insideLiteral}`,
  "* 3 EXISTS",
  "* BYE Later",
  '* LIST () "/" {10}\r\nA1 OK\r\nyes',
  "+ go on",
  "* OK [ALERT] Mind this",
];

/** What imapflow's reader would be given of `pieces`, how many bytes it counted, and what was asked of `isKnown`. */
async function heard(pieces: Buffer[], isKnown: boolean | null) {
  const client = new ImapFlow({ host: "127.0.0.1", port: 1, auth: { user: "x", pass: "x" }, logger: false });
  const streamer: unknown = Reflect.get(client, "streamer");
  if (!(streamer instanceof ImapStream)) throw new Error("imapflow has another streamer.");
  const answers: string[] = [];
  const isOver = new Promise<void>((resolve) => {
    streamer.on("readable", () => {
      for (let item = streamer.read(); item !== null; item = streamer.read()) {
        const literals = item.literals.map((literal: Buffer) => literal.toString("latin1"));
        answers.push([item.payload.toString("latin1"), ...literals].join("|"));
        item.next();
        if (answers.at(-1) === completion) resolve();
      }
    });
  });
  Reflect.set(client, "exec", async () => {
    for (const piece of pieces) await new Promise((resolve) => streamer.write(piece, resolve));
    await isOver;
    return { response: {}, next: () => undefined };
  });
  const asked: string[][] = [];
  const untagged = { LIST: () => undefined, STATUS: () => undefined };
  const decide = (lines: string[]) => (asked.push(lines), isKnown === true);
  const options = { untagged, onSend: () => undefined };
  if (isKnown === null) await Reflect.apply(Reflect.get(client, "exec"), client, []);
  else await executeUnparsed(client, "LIST", [], options, decide);
  return { answers, asked, byteCount: streamer.readBytesCounter };
}

const cut = (text: string, lengths: number[]) => {
  const bytes = Buffer.from(text, "latin1");
  const pieces: Buffer[] = [];
  let from = 0;
  for (const length of [...lengths, Infinity]) {
    if (from < bytes.length) pieces.push(bytes.subarray(from, Math.min(bytes.length, from + length)));
    from += length;
  }
  return pieces;
};

const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 });

describe("answers that are held back", () => {
  it("are read as ever when they are not known, however they come in pieces and whatever is between them", async () => {
    const lines = fc.array(fc.constantFrom(...wanted, ...others), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lines, sizes, async (some, lengths) => {
        const pieces = cut([...some, completion, ""].join("\r\n"), lengths);
        const expected = await heard(pieces, null);
        const { answers, byteCount } = await heard(pieces, false);
        expect({ answers, byteCount }).toEqual({ answers: expected.answers, byteCount: expected.byteCount });
      }),
    );
  });

  it("are not read but counted when they are known, and are told whole", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...wanted), { minLength: 1 }), sizes, async (some, lengths) => {
        const text = [...some, completion, ""].join("\r\n");
        const { answers, asked, byteCount } = await heard(cut(text, lengths), true);
        expect(answers).toEqual([completion]);
        expect(asked.map((each) => each.toSorted())).toEqual([some.toSorted()]);
        expect(byteCount).toBe(text.length);
      }),
    );
  });

  it("are never taken for known when something else came with them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...others), fc.nat(3), sizes, async (other, place, lengths) => {
        const pieces = cut([...wanted.toSpliced(place, 0, other), completion, ""].join("\r\n"), lengths);
        expect((await heard(pieces, true)).answers).toEqual((await heard(pieces, null)).answers);
      }),
    );
  });
});
