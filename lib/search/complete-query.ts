/** What stands at the caret of a query, and what it becomes when a suggestion is taken. */
import { lexQuery } from "./lex-query.ts";
import { operatorNamed, type OperatorName } from "./operators.ts";

export type CaretTerm = { start: number; end: number; operator: OperatorName | null; value: string };

/** The term that ends at or around the caret; an empty one between terms. */
export function termAt(query: string, caret: number): CaretTerm {
  const token = lexQuery(query).find((one) => one.kind === "term" && one.start < caret && caret <= one.end);
  if (token?.kind !== "term") return { start: caret, end: caret, operator: null, value: "" };
  const operator = token.operator === null ? null : (operatorNamed(token.operator) ?? null);
  const value = token.operator !== null && operator === null ? `${token.operator}:${token.value}` : token.value;
  return { start: token.start, end: token.end, operator, value };
}

/** An operator waits for its value; anything else is done, and what comes next begins a new term. */
export function completeTerm(query: string, term: CaretTerm, completion: string): { query: string; caret: number } {
  const rest = query.slice(term.end).trimStart();
  const before = query.slice(0, term.start) + completion + (completion.endsWith(":") ? "" : " ");
  return { query: before + rest, caret: before.length };
}

/** `tag:vip`, with quotes where the value has more than one word. */
export function termFor(operator: OperatorName, value: string): string {
  const bare = value.replaceAll('"', "");
  return `${operator}:${/[\s()]/.test(bare) ? `"${bare}"` : bare}`;
}
