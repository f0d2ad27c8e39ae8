import * as fc from "fast-check";
import { parseBodystructure } from "imapflow/lib/tools.js";
import { expect, it } from "vitest";
import { messageParts } from "./message-parts.ts";
import { readQuickParts } from "./quick-parts.ts";

type Token = { type: "ATOM" | "STRING"; value: string } | Token[] | null;

/** The tokens that imapflow's parser makes of a structure in which nothing is escaped. */
function tokensOf(text: string): Token[] {
  const root: Token[] = [];
  const open = [root];
  for (const [word] of text.matchAll(/\(|\)|"[^"]*"|[^\s()"]+/g)) {
    const list: Token[] = [];
    if (word === ")") open.pop();
    else if (word === "(") {
      open.at(-1)?.push(list);
      open.push(list);
    } else if (word === "NIL") open.at(-1)?.push(null);
    else if (word.startsWith('"')) open.at(-1)?.push({ type: "STRING", value: word.slice(1, -1) });
    else open.at(-1)?.push({ type: "ATOM", value: word });
  }
  const [structure] = root;
  return Array.isArray(structure) ? structure : [];
}

const words = fc.constantFrom('"a"', '"UTF-8"', '"x y.PDF"', '"inline"', '"Attachment"', '"<c@x>"', '""');
const odd = fc.constantFrom("7", "NIL", '"=?utf-8?q?=C3=A4?="', "\"utf-8'en'a%20b\"", '"<a><b>"');
const value = fc.oneof({ weight: 20, arbitrary: words }, { weight: 1, arbitrary: odd });
const orNil = fc.oneof(value, fc.constant("NIL"));
const name = fc.constantFrom('"charset"', '"NAME"', '"filename"', '"filename*0"', '"format"', '"__proto__"');
const parameters = fc.oneof(
  fc.constant("NIL"),
  fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 3 }).map((pairs) => `(${pairs.flat().join(" ")})`),
);
const disposition = fc.oneof(
  fc.constantFrom("NIL", "()", '("inline" NIL)', '("inline")'),
  fc.tuple(value, parameters).map((both) => `(${both.join(" ")})`),
);
const type = fc.constantFrom(
  '"TEXT" "plain"',
  '"text" "HTML"',
  '"image" "png"',
  '"message" "rfc822"',
  '"a" NIL',
  '"" ""',
);
const leaf = fc
  .tuple(type, parameters, orNil, orNil, orNil, fc.constantFrom("0", "840", "NIL"), fc.constantFrom(" 12", ""), orNil, disposition)
  .chain(([kind, params, id, about, encoding, size, lines, md5, how]) =>
    fc.constantFrom("", ` ${md5}`, ` ${md5} ${how}`, ` ${md5} ${how} NIL`, ` ${md5} ${how} ("de" "en") "http://x"`)
      .map((rest) => `(${kind} ${params} ${id} ${about} ${encoding} ${size}${lines}${rest})`),
  ); // prettier-ignore
const { structure } = fc.letrec<{ structure: string }>((tie) => ({
  structure: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.array(tie("structure"), { minLength: 1, maxLength: 3 }), fc.constantFrom("", " NIL", ' ("boundary" "b") NIL NIL'))
      .map(([parts, rest]) => `(${parts.join("")} "mixed"${rest})`),
  ),
})); // prettier-ignore

it("finds in every plain structure the parts that imapflow finds", () => {
  let readCount = 0;
  fc.assert(
    fc.property(structure, (text) => {
      const quick = readQuickParts(text, 0);
      if (quick === null) return;
      readCount += 1;
      expect(quick).toEqual({ parts: messageParts(parseBodystructure(tokensOf(text))), end: text.length });
    }),
    { seed: 7, numRuns: 10_000 },
  );
  expect(readCount).toBeGreaterThan(500);
});

it("reads what servers write of most mail", () => {
  const text = '("text" "plain" ("charset" "utf-8") NIL NIL "7bit" 840 12 NIL NIL NIL NIL)';
  const file = '("application" "pdf" ("name" "b.pdf") "<c@x>" "It is" "base64" 9000 NIL ("attachment" ("filename" "a b.pdf")) NIL NIL)';
  const both = `((${text}${text} "alternative" NIL NIL NIL)${file} "mixed" ("boundary" "=_x") NIL NIL NIL)`;
  expect(readQuickParts(text, 0)?.parts).toMatchObject([{ part: "1", charset: "utf-8" }]);
  const parts = readQuickParts(`BODYSTRUCTURE ${both}`, 14)?.parts;
  expect(parts?.map((one) => one.part)).toEqual(["1.1", "1.2", "2"]);
  expect(parts?.[2]).toMatchObject({ filename: "a b.pdf", contentId: "c@x", disposition: "attachment" });
}); // prettier-ignore
