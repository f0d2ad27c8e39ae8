import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutInPieces, scriptedReader } from "../testing/imapflow-reader.ts";
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
  const { client, run, answers, byteCount } = scriptedReader(pieces, completion);
  const asked: string[][] = [];
  const untagged = { LIST: () => undefined, STATUS: () => undefined };
  const decide = (lines: string[]) => (asked.push(lines), isKnown === true);
  if (isKnown === null) await run();
  else await executeUnparsed(client, "LIST", [], { untagged, onSend: () => undefined }, decide);
  return { answers, asked, byteCount: byteCount() };
}

const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 });

describe("answers that are held back", () => {
  it("are read as ever when they are not known, however they come in pieces and whatever is between them", async () => {
    const lines = fc.array(fc.constantFrom(...wanted, ...others), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lines, sizes, async (some, lengths) => {
        const pieces = cutInPieces([...some, completion, ""].join("\r\n"), lengths);
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
        const { answers, asked, byteCount } = await heard(cutInPieces(text, lengths), true);
        expect(answers).toEqual([completion]);
        expect(asked.map((each) => each.toSorted())).toEqual([some.toSorted()]);
        expect(byteCount).toBe(text.length);
      }),
    );
  });

  it("are never taken for known when something else came with them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...others), fc.nat(3), sizes, async (other, place, lengths) => {
        const pieces = cutInPieces([...wanted.toSpliced(place, 0, other), completion, ""].join("\r\n"), lengths);
        expect((await heard(pieces, true)).answers).toEqual((await heard(pieces, null)).answers);
      }),
    );
  });
});
