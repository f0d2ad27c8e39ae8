import type { InfiniteData } from "@tanstack/react-query";
import type { Conversation, ConversationSort } from "../contracts/conversation.ts";
import type { ConversationPage } from "./conversations.ts";

export type ConversationList = InfiniteData<ConversationPage>;

/** Puts a row where its order wants it, or leaves it out when that lies beyond what is loaded. A row that stays where it was moves nothing. */
export function placeRow(list: ConversationList, row: Conversation, sort: ConversationSort): ConversationList {
  const now = rowsOf(list).find((candidate) => candidate.id === row.id);
  if (now && now.lastMessageAt === row.lastMessageAt) return replaceRow(list, row);
  const without = removeRow(list, row.id);
  const before = orderOf(sort);
  const pageIndex = without.pages.findIndex((page) => page.items.some((item) => before(row, item)));
  if (pageIndex === -1 && without.pages.at(-1)?.nextCursor) return without;
  const target = pageIndex === -1 ? without.pages.length - 1 : pageIndex;
  return withPages(without, (page, index) => (index === target ? insertInto(page, row, before) : page));
}

export function replaceRow(list: ConversationList, row: Conversation): ConversationList {
  return withPages(list, (page) => {
    if (!page.items.some((item) => item.id === row.id)) return page;
    return { ...page, items: page.items.map((item) => (item.id === row.id ? row : item)) };
  });
}

export function removeRow(list: ConversationList, id: number): ConversationList {
  return withPages(list, (page) => {
    if (!page.items.some((item) => item.id === id)) return page;
    return { ...page, items: page.items.filter((item) => item.id !== id) };
  });
}

export function rowsOf(list: ConversationList | undefined): Conversation[] {
  return list?.pages.flatMap((page) => page.items) ?? [];
}

type Before = (a: Conversation, b: Conversation) => boolean;

function insertInto(page: ConversationPage, row: Conversation, before: Before): ConversationPage {
  const index = page.items.findIndex((item) => before(row, item));
  return { ...page, items: page.items.toSpliced(index === -1 ? page.items.length : index, 0, row) };
}

/** The same order as the server's: by the last message, then by id. */
function orderOf(sort: ConversationSort): Before {
  const isLater: Before = (a, b) =>
    a.lastMessageAt === b.lastMessageAt ? a.id > b.id : a.lastMessageAt > b.lastMessageAt;
  return sort === "newest" ? isLater : (a, b) => isLater(b, a);
}

/** The same list when nothing in it changed, so that nothing is drawn again. */
function withPages(
  list: ConversationList,
  change: (page: ConversationPage, index: number) => ConversationPage,
): ConversationList {
  const pages = list.pages.map(change);
  return pages.every((page, index) => page === list.pages[index]) ? list : { ...list, pages };
}
