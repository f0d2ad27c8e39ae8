/** One piece of a query and where it stands. */
export type QueryToken = { start: number; end: number } & (
  | { kind: "open" | "close" | "or" }
  | { kind: "not" }
  | {
      kind: "term";
      /** The letters before the first colon, when there are any. */
      operator: string | null;
      value: string;
      isQuoted: boolean;
      /** A quote that does not end. */
      isUnclosed: boolean;
    }
);

const quotes = new Map([
  [`"`, `"`],
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
]);

/** Cuts a query into its pieces. Never fails: whatever is typed is something. */
export function lexQuery(query: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < query.length) {
    const letter = query.charAt(at);
    // AND says what a space says already.
    const gap = /^(?:\s+|AND(?=[\s()]))/.exec(query.slice(at))?.[0];
    if (gap !== undefined) at += gap.length;
    else {
      const token = readToken(query, at, letter);
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

function readToken(query: string, start: number, letter: string): QueryToken {
  if (letter === "(") return { kind: "open", start, end: start + 1 };
  if (letter === ")") return { kind: "close", start, end: start + 1 };
  if (letter === "-" && /^-[^\s)-]/.test(query.slice(start, start + 2))) return { kind: "not", start, end: start + 1 };
  const word = /^(?:OR|NOT|\|)(?=[\s()]|$)/.exec(query.slice(start, start + 4))?.[0];
  if (word === "OR" || word === "|") return { kind: "or", start, end: start + word.length };
  if (word === "NOT") return { kind: "not", start, end: start + 3 };
  return readTerm(query, start);
}

function readTerm(query: string, start: number): QueryToken {
  const name = /^(\p{L}+):/u.exec(query.slice(start, start + 40))?.[1] ?? null;
  const from = name === null ? start : start + name.length + 1;
  const close = quotes.get(query.charAt(from));
  if (close !== undefined) {
    const rest = query.slice(from + 1);
    const length = close === `"` ? rest.indexOf(`"`) : rest.search(/["”“»]/);
    const value = length < 0 ? rest : rest.slice(0, length);
    const end = length < 0 ? query.length : from + length + 2;
    return { kind: "term", operator: name, value, isQuoted: true, isUnclosed: length < 0, start, end };
  }
  const value = /^[^\s()"]*/.exec(query.slice(from))?.[0] ?? "";
  return { kind: "term", operator: name, value, isQuoted: false, isUnclosed: false, start, end: from + value.length };
}
