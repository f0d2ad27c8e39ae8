import { notifyManager, type QueryClient } from "@tanstack/react-query";
import type { Conversation, ConversationDetail } from "../contracts/conversation.ts";
import type { Me } from "../contracts/agent.ts";
import type { ConversationFilter } from "../inbox-location.ts";
import { belongsTo } from "./belongs-to.ts";
import { getConversationsById } from "./conversations.ts";
import { keys } from "./keys.ts";
import { placeRow, removeRow, replaceRow, rowsOf, type ConversationList } from "./place-row.ts";
import { withUnderwayActs } from "./underway-acts.ts";

/** The row that the cache knows, from wherever it is shown. */
export function cachedConversation(client: QueryClient, id: number): Conversation | undefined {
  const detail = client.getQueryData<ConversationDetail>(keys.conversation(id));
  if (detail) return detail;
  for (const [, list] of client.getQueriesData<ConversationList>({ queryKey: keys.conversationLists })) {
    const row = rowsOf(list).find((candidate) => candidate.id === id);
    if (row) return row;
  }
  return undefined;
}

/** Shows rows as they now are, in every list that they are in or belong to, and in their own pages. */
export function showConversations(client: QueryClient, rows: readonly Conversation[]): void {
  const shown = rows.map((row) => withUnderwayActs(client, row));
  for (const row of shown)
    client.setQueryData<ConversationDetail>(keys.conversation(row.id), (detail) => detail && { ...detail, ...row });
  const agentId = client.getQueryData<Me>(keys.me)?.id ?? 0;
  const now = new Date();
  // However many rows came, a list is made anew once.
  forEachList(client, (list, filter) =>
    shown.reduce((before, row) => {
      const belongs = belongsTo(filter, row, { agentId, now });
      if (belongs === false) return removeRow(before, row.id);
      if (belongs === undefined) return replaceRow(before, row);
      return placeRow(before, row, filter.sort);
    }, list),
  );
}

export function forgetConversation(client: QueryClient, id: number): void {
  forEachList(client, (list) => removeRow(list, id));
  void client.invalidateQueries({ queryKey: keys.conversation(id) });
}

/** Reads rows anew and shows them; those that are gone leave. */
export async function rereadConversations(client: QueryClient, ids: readonly number[]): Promise<Conversation[]> {
  const rows = await getConversationsById(ids);
  const found = new Set(rows.map((row) => row.id));
  // Told of in one go, so that a list is drawn once however many of its rows changed.
  notifyManager.batch(() => {
    showConversations(client, rows);
    for (const id of ids) if (!found.has(id)) forgetConversation(client, id);
  });
  return rows;
}

/** Lists whose rows only the server can choose are read again as a whole. */
export function invalidateUndecidableLists(client: QueryClient): Promise<void> {
  return client.invalidateQueries({
    queryKey: keys.conversationLists,
    predicate: ({ queryKey }) => {
      const filter = filterOf(queryKey);
      if (!filter) return false;
      return (
        filter.q !== undefined || filter.folder !== undefined || filter.sort === "waiting" || filter.view === "drafts"
      );
    },
  });
}

function forEachList(
  client: QueryClient,
  change: (list: ConversationList, filter: ConversationFilter) => ConversationList,
): void {
  for (const { queryKey } of client.getQueryCache().findAll({ queryKey: keys.conversationLists })) {
    const filter = filterOf(queryKey);
    if (filter) client.setQueryData<ConversationList>(queryKey, (list) => list && change(list, filter));
  }
}

function filterOf(queryKey: readonly unknown[]): ConversationFilter | undefined {
  return queryKey[1] as ConversationFilter | undefined;
}
