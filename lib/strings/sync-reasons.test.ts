import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { syncReasonDe } from "./sync-reasons.de.ts";

/** Sentences of what concerns a message, a folder or the way to the server; the others stop an account, which has words of its own. */
function sentencesIn(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const said = /"(?:poison|protocol|too-large|network|folder)",\s*(?:code: )?"\w+",\s*(?:message: )?"([^"]+)"/g;
  const unexplained = /(?:network|reason:) ?\(?(?:"\w+", )?"([^"]+\.)"/g;
  return [said, unexplained].flatMap((pattern) => [...text.matchAll(pattern)].map(([, sentence = ""]) => sentence));
}

it("every reason for which sync sets a message or a folder aside has its German", () => {
  const sentences = ["refusals", "transport-failures", "classify-error", "search-uids", "fetch-rows"]
    .map((name) => `server/imap/${name}.ts`)
    .concat("server/sync/fetch-window.ts")
    .flatMap(sentencesIn);
  expect(sentences.length).toBeGreaterThan(18);
  expect(sentences.filter((sentence) => syncReasonDe(sentence) === sentence)).toEqual([]);
});

it("what a mail server said stays in its words, in quotes", () => {
  expect(syncReasonDe("The mail server would not do this. The server said: “Cannot “open” it”")).toBe(
    "Der Mailserver hat das abgelehnt. Der Server sagte: „Cannot “open” it“.",
  );
  expect(syncReasonDe("NO [SERVERBUG] Broken.")).toBe("NO [SERVERBUG] Broken.");
});
