import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery } from "./parse-query.ts";
import type { SearchNode } from "./query-tree.ts";

const text = (words: string, isOpen = false, field = "any") => ({
  kind: "text",
  field,
  words: words.split(" "),
  isOpen,
});
const not = (node: unknown) => ({ kind: "not", node });
const and = (...nodes: unknown[]) => ({ kind: "and", nodes });
const or = (...nodes: unknown[]) => ({ kind: "or", nodes });

describe("a query", () => {
  it.each<[string, unknown]>([
    [`printer "on fire" -toner`, and(text("printer"), text("on fire"), not(text("toner")))],
    [`printer `, text("printer")],
    [`pri`, text("pri", true)],
    [`p`, text("p")],
    [`inv* due `, and(text("inv", true), text("due"))],
    [`"exact phrase"`, text("exact phrase")],
    [`„zwei Worte“ `, text("zwei worte")],
    [`會議 了`, and(text("會議", true), text("了"))],
    [`a OR b c `, or(text("a"), and(text("b"), text("c")))],
    [`(a | b) AND NOT c `, and(or(text("a"), text("b")), not(text("c")))],
    [`-(a b) `, not(and(text("a"), text("b")))],
    ["from:ada@example.org", text("ada example org", true, "from")],
    [`from:"Ada Byron"`, text("ada byron", false, "from")],
    ["-to:Bob", not(text("bob", true, "to"))],
    ["SUBJECT:Invoice", text("invoice", true, "subject")],
    ["filename:report.pdf", text("report pdf", true, "filename")],
    ["is:unseen", { kind: "unseen" }],
    ["is:seen", not({ kind: "unseen" })],
    ["-is:read", not(not({ kind: "unseen" }))],
    ["is:Open", { kind: "status", value: "open" }],
    ["is:unassigned", { kind: "assignee", value: "none" }],
    ["is:starred", { kind: "flagged" }],
    ["has:attachment", { kind: "attachment" }],
    ["has:notes", { kind: "note" }],
    ["in:spam", { kind: "role", value: "junk" }],
    ["in:Sent", { kind: "role", value: "sent" }],
    ["in:Kunden", { kind: "folder", value: "Kunden" }],
    [`label:"very important"`, { kind: "tag", value: "very important" }],
    ["assignee:me", { kind: "assignee", value: "me" }],
    ["account:support", { kind: "account", value: "support" }],
    ["before:2026-03-01", { kind: "before", at: new Date("2026-03-01T00:00:00Z") }],
    ["after:2026", { kind: "after", at: new Date("2026-01-01T00:00:00Z") }],
    ["Re:invoice", text("re invoice", true)],
    ["https://example.org/x", text("https example org x")],
    ["10:30", text("10 30", true)],
    ["", null],
    ["   ", null],
  ])("%s is read", (query, tree) => {
    expect(parseQuery(query)).toEqual({ tree, mistakes: [] });
  });

  it.each<[string, string, string]>([
    ["printer fromm:ada", "unknown-operator", "fromm:"],
    ["colour:red", "unknown-operator", "colour:"],
    ["is:purple", "unknown-value", "is:purple"],
    ["has:wings x", "unknown-value", "has:wings"],
    ["a before:soon", "bad-date", "before:soon"],
    ["before:2026-13-45", "bad-date", "before:2026-13-45"],
    ["after:2026-02-30", "bad-date", "after:2026-02-30"],
    ["a from: b", "missing-value", "from:"],
    [`from:""`, "missing-value", `from:""`],
    [`say "never closed`, "open-quote", `"never closed`],
    ["(a b", "open-parenthesis", "("],
    ["a) b", "stray-parenthesis", ")"],
    ["a OR", "stray-or", "OR"],
    ["OR a", "stray-or", "OR"],
    ["a NOT", "stray-not", "NOT"],
    ["a &&& b", "no-words", "&&&"],
  ])("%s tells its mistake where it is", (query, code, place) => {
    const { mistakes } = parseQuery(query);
    expect(mistakes.map((one) => [one.code, query.slice(one.start, one.end)])).toEqual([[code, place]]);
  });

  it("offers the operator that was meant", () => {
    expect(parseQuery("form:ada").mistakes).toMatchObject([{ name: "form", nearest: "from" }]);
    expect(parseQuery("colour:red").mistakes).toMatchObject([{ nearest: null }]);
  });

  it("refuses more than anybody types", () => {
    expect(parseQuery("word ".repeat(60)).mistakes).toMatchObject([{ code: "too-long" }]);
    expect(parseQuery("(a OR b) (c OR d) (e OR f) (g OR h) (i OR j)").mistakes).toMatchObject([{ code: "too-deep" }]);
    expect(parseQuery("(".repeat(400)).mistakes.length).toBeGreaterThan(0);
  });

  it("never fails, and points only into what was typed", () => {
    const piece = fc.constantFrom(
      ...Array.from("ab ()-\"'*:„“|&"),
      "from:",
      "is:open",
      " OR ",
      "NOT ",
      "会議",
      "é",
      "before:",
      "2026-01-01",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const query = pieces.join("");
        const { tree, mistakes } = parseQuery(query);
        for (const { start, end } of mistakes) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(query.length);
        }
        for (const words of wordsIn(tree)) expect(words).toMatch(/^(?:[a-z0-9]|[^\p{ASCII}])+$/u);
      }),
    );
  });
});

function wordsIn(node: SearchNode | null): string[] {
  if (!node) return [];
  if (node.kind === "not") return wordsIn(node.node);
  if (node.kind === "and" || node.kind === "or") return node.nodes.flatMap(wordsIn);
  return node.kind === "text" ? node.words : [];
}
