import { searchConversations } from "#db/queries/search/search-conversations";
import { alternativesOf } from "#lib/search/normal-form";
import { parseQuery } from "#lib/search/parse-query";
import { indexAll } from "../search/index-documents.ts";
import { store } from "../store.ts";

/** Brings the search index up to what is stored. */
export const indexStored = (): Promise<void> => indexAll(store());

/** The conversations in these inboxes that a search finds, all mail included, once all is indexed. */
export async function findByWords(q: string, inboxIds: number[]): Promise<number[]> {
  await indexStored();
  const { tree } = parseQuery(q);
  if (!tree) throw new Error(`"${q}" asks for nothing.`);
  const scope = { agentId: 0, inboxIds, now: new Date() };
  const filter = { view: "all" as const, isAnywhere: true, literals: [], sort: "newest" as const };
  const { rows } = await searchConversations(store().read, scope, filter, alternativesOf(tree), null, 200);
  return rows.map((row) => row.conversationId);
}
