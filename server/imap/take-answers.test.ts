import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asText, cutInPieces, scriptedReader } from "../testing/imapflow-reader.ts";
import { whileTaking } from "./take-answers.ts";

const completion = "A1 OK Fetch completed.";
const literal = (text: string) => `{${text.length}}\r\n${text}`;
const taken = ["* 1 FETCH (UID 1)", `* 2 FETCH (UID 2 BODY[] ${literal("A1 OK\r\n* 3 FETCH (")})`, `* 3 FETCH (BODY[] ${literal("")} X ${literal("{3}\r\n")})`]; // prettier-ignore
const others = [
  "* 3 EXISTS",
  "* VANISHED 1:3",
  "+ go on",
  `* LIST () "/" ${literal("a b")}`,
  "",
  "* OK {5}x",
  "* OK {}",
  "* OK {x}",
];
const lines = fc.array(fc.constantFrom(...taken, ...others), { maxLength: 10 });
const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 12 });
const lineEnd = fc.constantFrom("\r\n", "\n");

/** In the order in which they were dealt with, whoever did. */
async function dealtWith(pieces: Buffer[]) {
  const { client, run, answers, byteCount } = scriptedReader(pieces, completion);
  const own: string[] = [];
  const take = (answer: { payload: Buffer; literals?: Buffer[] }) => {
    const text = asText(answer);
    if (!/^\* \d FETCH/.test(text)) return false;
    own.push(text);
    answers.push(text);
    return true;
  };
  await whileTaking(client, take, run);
  return { answers, own, byteCount: byteCount() };
}

describe("answers that are taken", () => {
  it("are what imapflow would have read, in order with the others, however they come in pieces", async () => {
    await fc.assert(
      fc.asyncProperty(lines, sizes, lineEnd, async (some, lengths, end) => {
        const pieces = cutInPieces([...some, completion, ""].join(end), lengths);
        const { run, answers, byteCount } = scriptedReader(pieces, completion);
        await run();
        const { own, ...dealt } = await dealtWith(pieces);
        expect(dealt).toEqual({ answers, byteCount: byteCount() });
        expect(own).toEqual(answers.filter((answer) => answer.includes("FETCH (") && answer.startsWith("* ")));
      }),
      { numRuns: 500 },
    );
  });

  it("may be larger than is held here, and are imapflow's then", async () => {
    const large = `* 1 FETCH (UID 1 BODY[] ${literal("x".repeat(3_000_000))})`;
    const pieces = cutInPieces(
      [large, taken[0], completion, ""].join("\r\n"),
      Array.from({ length: 60 }, () => 65_536),
    );
    const { run, answers } = scriptedReader(pieces, completion);
    await run();
    expect((await dealtWith(pieces)).answers).toEqual(answers);
  });
});
