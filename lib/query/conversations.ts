import { infiniteQueryOptions, queryOptions, type QueryClient } from "@tanstack/react-query";
import type { Conversation, ConversationDetail } from "../contracts/conversation.ts";
import type { Page } from "../contracts/paging.ts";
import { filterParams, type ConversationFilter } from "../inbox-location.ts";
import { get } from "./api.ts";
import { keys } from "./keys.ts";
import { messageTextOptions } from "./messages.ts";
import { shareRows } from "./share-rows.ts";
import { withUnderwayActs } from "./underway-acts.ts";

export type ConversationPage = Page<Conversation>;

/** As many as a first paint can show. */
export const rowsPerPage = 50;
const rowsPerLaterPage = 200;

export function conversationListOptions(filter: ConversationFilter) {
  return infiniteQueryOptions({
    queryKey: keys.conversationList(filter),
    queryFn: async ({ client, pageParam, signal }) => {
      const page = await getConversations(filter, pageParam, signal);
      return { ...page, items: page.items.map((row) => withUnderwayActs(client, row)) };
    },
    initialPageParam: "",
    getNextPageParam: (page: ConversationPage) => page.nextCursor ?? undefined,
    structuralSharing: shareRows,
    // A list left for a while is read again when it is shown: rows that nobody saw change need not be kept true for ever.
    gcTime: 10 * 60_000,
  });
}

export function conversationOptions(id: number) {
  return queryOptions({
    queryKey: keys.conversation(id),
    queryFn: async ({ client, signal }) => {
      const conversation = await get(`/api/conversations/${id}`, "conversation", { signal });
      readNewest(client, conversation);
      return withUnderwayActs(client, conversation);
    },
  });
}

/** What is shown of a conversation first: asked for while its pane is still being drawn. Opening it says what is wrong. */
function readNewest(client: QueryClient, { messages }: ConversationDetail): void {
  const newest = messages.at(-1);
  if (newest?.bodyState === "stored") client.query(messageTextOptions(newest.id)).catch(() => undefined);
}

export function countsOptions() {
  return queryOptions({ queryKey: keys.counts, queryFn: ({ signal }) => get("/api/counts", "counts", { signal }) });
}

/** Only these rows, whatever view they are in; those one may no longer see are missing. */
export async function getConversationsById(ids: readonly number[]): Promise<Conversation[]> {
  if (ids.length === 0) return [];
  const page = await get(`/api/conversations?ids=${ids.join(",")}&limit=200`, "conversations");
  return page.items;
}

/** So many at once; whoever has more unseen marks them in turns. */
const unseenMax = 2000;

/** Everything unseen of what a place shows, whatever its status. */
export async function getUnseen({ account, folder, tag, inbox }: ConversationFilter): Promise<Conversation[]> {
  const search = filterParams({
    view: "all",
    sort: "newest",
    q: "is:unseen",
    ...(account !== undefined && { account }),
    ...(folder !== undefined && { folder }),
    ...(tag !== undefined && { tag }),
    ...(inbox !== undefined && { inbox }),
  });
  search.set("limit", String(rowsPerLaterPage));
  const rows: Conversation[] = [];
  for (let cursor: string | null = ""; cursor !== null && rows.length < unseenMax;) {
    if (cursor !== "") search.set("cursor", cursor);
    const page: ConversationPage = await get(`/api/conversations?${search.toString()}`, "conversations");
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}

function getConversations(filter: ConversationFilter, cursor: string, signal: AbortSignal): Promise<ConversationPage> {
  const search = filterParams(filter);
  search.set("limit", String(cursor === "" ? rowsPerPage : rowsPerLaterPage));
  if (cursor !== "") search.set("cursor", cursor);
  return get(`/api/conversations?${search.toString()}`, "conversations", { signal });
}
