/**
 * Reads what a person typed into the search field: words, `"phrases"`, `-not`, `OR`, parentheses, and the operators of `operators.ts`.
 * Never fails: what makes no sense is told as a mistake with its place, and left out of the tree.
 */
import { lexQuery, type QueryToken } from "./lex-query.ts";
import { alternativesMax, countAlternatives } from "./normal-form.ts";
import { readOperator, textLeaf } from "./read-operator.ts";
import type { ParsedQuery, SearchMistake, SearchNode } from "./query-tree.ts";

/** More would make a query nobody typed. */
const termsMax = 40;
const depthMax = 10;

/** @param isTyping whether the last word may go on, when nothing stands behind it */
export function parseQuery(query: string, isTyping = true): ParsedQuery {
  const tokens = lexQuery(query);
  const reader = new Reader(tokens, isTyping && /\S$/.test(query));
  const tree = reader.all();
  const { mistakes } = reader;
  const whole = { start: 0, end: query.length };
  if (tokens.filter((token) => token.kind === "term").length > termsMax) mistakes.push({ code: "too-long", ...whole });
  else if (tree && countAlternatives(tree) > alternativesMax) mistakes.push({ code: "too-deep", ...whole });
  return { tree, mistakes: mistakes.sort((a, b) => a.start - b.start) };
}

class Reader {
  readonly mistakes: SearchMistake[] = [];
  readonly #tokens: QueryToken[];
  readonly #isTyping: boolean;
  #at = 0;

  constructor(tokens: QueryToken[], isTyping: boolean) {
    this.#tokens = tokens;
    this.#isTyping = isTyping;
  }

  all(): SearchNode | null {
    const nodes: (SearchNode | null)[] = [];
    for (;;) {
      nodes.push(this.#either(0));
      const token = this.#tokens[this.#at];
      if (!token) return joined("and", nodes);
      // Only a parenthesis that nothing opened ends an alternative early.
      this.#at += 1;
      this.#blame("stray-parenthesis", token);
    }
  }

  #either(depth: number): SearchNode | null {
    const nodes = [this.#row(depth)];
    for (let or = this.#take("or"); or; or = this.#take("or")) {
      const right = this.#row(depth);
      if (nodes.at(-1) === null || right === null) this.#blame("stray-or", or);
      nodes.push(right);
    }
    return joined("or", nodes);
  }

  #row(depth: number): SearchNode | null {
    const nodes: (SearchNode | null)[] = [];
    for (let token = this.#tokens[this.#at]; token; token = this.#tokens[this.#at]) {
      if (token.kind === "or" || token.kind === "close") break;
      nodes.push(this.#one(token, depth));
    }
    return joined("and", nodes);
  }

  #one(token: QueryToken, depth: number, isDenied = false): SearchNode | null {
    this.#at += 1;
    switch (token.kind) {
      case "not":
        return this.#denied(token, depth);
      case "open":
        return this.#group(token, depth);
      case "term":
        return this.#term(token, isDenied);
      case "or":
      case "close":
        return null;
      default:
        return token satisfies never;
    }
  }

  #denied(token: QueryToken, depth: number): SearchNode | null {
    const next = this.#tokens[this.#at];
    if (!next || next.kind === "or" || next.kind === "close") {
      this.#blame("stray-not", token);
      return null;
    }
    const node = this.#one(next, depth + 1, true);
    return node && { kind: "not", node };
  }

  #group(open: QueryToken, depth: number): SearchNode | null {
    if (depth >= depthMax) this.#blame("too-deep", open);
    const node = depth >= depthMax ? null : this.#either(depth + 1);
    if (!this.#take("close")) this.#blame("open-parenthesis", open);
    return node;
  }

  #term(token: QueryToken & { kind: "term" }, isDenied: boolean): SearchNode | null {
    if (token.isUnclosed) this.#blame("open-quote", { start: token.end - token.value.length - 1, end: token.end });
    // What is to be left out is left out as it stands: its beginning would take too much along.
    const isLast = this.#isTyping && !isDenied && this.#at === this.#tokens.length;
    const read = token.operator === null ? textLeaf("any", token, isLast) : readOperator(token, isLast);
    if ("code" in read) this.mistakes.push(read);
    return "code" in read ? null : read;
  }

  #take(kind: QueryToken["kind"]): QueryToken | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind) return null;
    this.#at += 1;
    return token;
  }

  #blame(
    code: "open-quote" | "open-parenthesis" | "stray-parenthesis" | "stray-or" | "stray-not" | "too-deep",
    { start, end }: { start: number; end: number },
  ): void {
    this.mistakes.push({ code, start, end });
  }
}

function joined(kind: "and" | "or", nodes: (SearchNode | null)[]): SearchNode | null {
  const real = nodes.filter((node) => node !== null);
  const [only] = real;
  if (only === undefined) return null;
  return real.length === 1 ? only : { kind, nodes: real };
}
