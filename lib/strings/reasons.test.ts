import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { reasonDe } from "./reasons.de.ts";

/** Literal sentences that end in what people read of the outbox; what stands in `${}` is filled with a name. */
function sentencesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .flatMap((name) =>
      [...readFileSync(join(folder, name), "utf8").matchAll(/new (?:Hopeless|NotYet)Error\(\s*(["`])(.*?)\1/gs)].map(
        ([, , sentence = ""]) => sentence.replaceAll(/\$\{[^}]*\}/g, "x"),
      ),
    );
}

it("every reason that the outbox gives has its German", () => {
  const sentences = sentencesIn("server/outbox");
  expect(sentences.length).toBeGreaterThan(25);
  expect(sentences.filter((sentence) => reasonDe(sentence) === sentence)).toEqual([]);
});

it("keeps names, and what a mail server said", () => {
  expect(reasonDe("The mail server does not keep urgent, $x in “A “b””.")).toBe(
    "Der Mailserver behält urgent, $x in „A “b”“ nicht.",
  );
  expect(reasonDe("NO [OVERQUOTA] Full.")).toBe("NO [OVERQUOTA] Full.");
});
