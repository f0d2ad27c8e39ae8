/** What a search asks of words, in the language of the full-text index. Only words made of letters and digits ever get into it. */
import type { Literal } from "#lib/search/normal-form";
import type { SearchLeaf, TextField, TextLeaf } from "#lib/search/query-tree";

const columnsOf: Record<Exclude<TextField, "any">, string> = {
  subject: "subject",
  from: "sender",
  to: "receivers copied",
  cc: "copied",
  filename: "files",
  body: "body",
  note: "note",
};

export const isText = (literal: Literal): literal is { leaf: TextLeaf; not: boolean } => literal.leaf.kind === "text";

/** Null when none of them says what to look for: an index cannot find what does not hold a word. */
export function textExpression(literals: readonly Literal[], placeWords: readonly string[] | null): string | null {
  const texts = literals.filter(isText);
  const wanted = texts.filter(({ not }) => !not).map(({ leaf }) => leafExpression(leaf));
  const denied = texts.filter(({ not }) => not).map(({ leaf }) => leafExpression(leaf));
  if (wanted.length === 0) return null;
  const places = placeWords && `{places} : (${placeWords.map((word) => `"${word}"`).join(" OR ")})`;
  const found = [...wanted, ...(places === null ? [] : [places])].join(" AND ");
  return denied.length === 0 ? found : `(${found}) NOT (${denied.join(" OR ")})`;
}

export function leafExpression(leaf: TextLeaf): string {
  const phrase = `"${leaf.words.join(" ")}"${leaf.isOpen ? " *" : ""}`;
  return leaf.field === "any" ? phrase : `{${columnsOf[leaf.field]}} : ${phrase}`;
}

/** Asked of one message; everything else is asked of its conversation. */
export function isOfMessage(leaf: SearchLeaf): boolean {
  switch (leaf.kind) {
    case "text":
    case "folder":
    case "before":
      return true;
    default:
      return false;
  }
}
