import type { CannedReply } from "#lib/contracts/canned-reply";
import { indexText } from "#lib/search/words";

/** Beginnings of words that are shorter stand in every text. */
const inTextMin = 3;

/** Those that have, for each word typed, a word that begins with it: in their names, then in what they say. */
export function findReplies(replies: readonly CannedReply[], typed: string): CannedReply[] {
  const wanted = wordsIn(typed);
  if (wanted.length === 0) return [...replies];
  const ranked = replies.map((reply) => ({ reply, rank: rankOf(reply, wanted) }));
  return ranked
    .filter(({ rank }) => rank < unfound)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ reply }) => reply);
}

const unfound = 3;

function rankOf({ name, preview }: CannedReply, wanted: readonly string[]): number {
  const named = wordsIn(name);
  if (named.join(" ").startsWith(wanted.join(" "))) return 0;
  const isIn = (words: readonly string[]) => wanted.every((word) => words.some((each) => each.startsWith(word)));
  if (isIn(named)) return 1;
  const isLongEnough = wanted.every((word) => word.length >= inTextMin);
  return isLongEnough && isIn([...named, ...wordsIn(preview)]) ? 2 : unfound;
}

const wordsIn = (text: string): string[] => indexText(text).split(" ").filter(Boolean);
