/**
 * An address ends as a great many do, and the end of what is typed may go on: FTS5 would put together every mail with a word that begins so
 * before it looked at the rest. So the index is asked for the words before it, and the senders found are compared here.
 */
import type { Literal } from "#lib/search/normal-form";
import { indexText } from "#lib/search/words";
import type { TextLeaf } from "#lib/search/query-tree";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { isCostlyOneByOne } from "./all-matches.ts";
import { isText } from "./text-expression.ts";

/** Of what is asked of the index, without the end of an address. */
export function withoutSenderEnd(literal: Literal): Literal {
  const leaf = senderOf(literal);
  return leaf ? { not: false, leaf: { ...leaf, words: leaf.words.slice(0, -1), isOpen: false } } : literal;
}

/** Keeps, in their order, the documents whose sender has every address asked for to its end. */
export function sendersFitting(db: Db, alternative: readonly Literal[], ids: readonly number[]): readonly number[] {
  const wanted = alternative.flatMap((literal) => senderOf(literal) ?? []).map(({ words }) => ` ${words.join(" ")}`);
  if (wanted.length === 0 || ids.length === 0) return ids;
  const rows = prepared<{ id: number; name: string; address: string }>(db, selectSenders).all(JSON.stringify(ids));
  const isFitting = (words: string) => wanted.every((beginning) => words.includes(beginning));
  return rows.filter(({ name, address }) => isFitting(` ${indexText(`${name} ${address}`)}`)).map(({ id }) => id);
}

function senderOf(literal: Literal): TextLeaf | null {
  if (!isText(literal) || literal.not) return null;
  const { leaf } = literal;
  return leaf.field === "from" && leaf.words.length > 1 && isCostlyOneByOne(leaf) ? leaf : null;
}

const selectSenders = `
  select d.id, m.from_name as name, m.from_address as address
  from json_each(?) one cross join search_documents d cross join messages m
  where d.id = one.value and m.id = d.message_id order by one.key`;
