/** Shows where in a text the words of a query stand. Text in, pieces of text out: never HTML. */
import type { SearchNode, TextField, TextLeaf } from "./query-tree.ts";
import { wordsOf, type Word } from "./words.ts";

export type TextPiece = { text: string; isFound: boolean };
export type Span = { start: number; end: number };

/** What a query looks for in one of these fields, what it denies left out. */
export function wantedWords(node: SearchNode | null, fields: readonly TextField[]): TextLeaf[] {
  if (!node || node.kind === "not") return [];
  if (node.kind === "and" || node.kind === "or") return node.nodes.flatMap((one) => wantedWords(one, fields));
  return node.kind === "text" && (node.field === "any" || fields.includes(node.field)) ? [node] : [];
}

/** Where they stand, in order, overlapping ones joined. */
export function findWords(text: string, wanted: readonly TextLeaf[], words: readonly Word[] = wordsOf(text)): Span[] {
  const spans: Span[] = [];
  for (const leaf of wanted) {
    for (let at = 0; at + leaf.words.length <= words.length; at += 1) {
      const last = words[at + leaf.words.length - 1];
      const first = words[at];
      if (first && last && standsAt(words, at, leaf)) spans.push({ start: first.start, end: last.end });
    }
  }
  return joinSpans(spans.sort((a, b) => a.start - b.start));
}

export function markWords(text: string, wanted: readonly TextLeaf[]): TextPiece[] {
  return piecesOf(text, findWords(text, wanted));
}

export function piecesOf(text: string, spans: readonly Span[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) pieces.push({ text: text.slice(at, start), isFound: false });
    pieces.push({ text: text.slice(start, end), isFound: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isFound: false });
  return pieces;
}

function standsAt(words: readonly Word[], at: number, leaf: TextLeaf): boolean {
  return leaf.words.every((wanted, index) => {
    const text = words[at + index]?.text;
    const mayGoOn = leaf.isOpen && index === leaf.words.length - 1;
    return text === wanted || (mayGoOn && text?.startsWith(wanted) === true);
  });
}

function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}
