import type { Alternative } from "#lib/search/normal-form";
import type { Db } from "../../dialect/sqlite.ts";
import type { ConversationFilter } from "../conversations/page-of-conversations.ts";
import type { Scope } from "../conversations/scope.ts";
import { bestCandidates, type Scored } from "./candidates.ts";
import { documentSearch } from "./document-search.ts";
import type { FoundRow } from "./search-conversations.ts";

export type BestCursor = { score: number; id: number };
export type BestPage = { rows: FoundRow[]; next: BestCursor | null };

/** The best are chosen among so many of the newest: to judge every mail with a common word takes too long, and old ones seldom matter. */
const amongMax = 2000;
const chunk = 120;

/** Null when the search is not for words alone: then there is nothing to judge by. */
export function bestConversations(
  db: Db,
  scope: Scope,
  filter: ConversationFilter,
  alternatives: readonly Alternative[],
  cursor: BestCursor | null,
  limit: number,
): BestPage | null {
  const [only, ...others] = alternatives;
  if (!only || others.length > 0 || scope.inboxIds.length === 0) return null;
  const search = documentSearch(db, scope, filter, only, "newest");
  if (search.source.kind !== "index") return null;
  const ranked = bestCandidates(db, search.source, amongMax);
  const seen = new Set<number>();
  const rows: FoundRow[] = [];
  let last: Scored | undefined;
  for (let at = 0; at < ranked.length; at += chunk) {
    const scores = new Map(ranked.slice(at, at + chunk).map((one) => [one.id, one]));
    for (const { id, ...rest } of search.keep([...scores.keys()])) {
      if (seen.has(rest.conversationId)) continue;
      seen.add(rest.conversationId);
      const one = scores.get(id);
      // What stood on a page before is only remembered, so that no conversation comes twice.
      if (!one || (cursor && !isBehind(one, cursor))) continue;
      if (rows.length === limit) return { rows, next: last ?? null };
      rows.push({ key: id, ...rest });
      last = one;
    }
  }
  return { rows, next: null };
}

function isBehind(one: Scored, cursor: BestCursor): boolean {
  return one.score > cursor.score || (one.score === cursor.score && one.id > cursor.id);
}
