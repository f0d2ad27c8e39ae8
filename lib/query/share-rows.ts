import { replaceEqualDeep } from "@tanstack/react-query";
import type { Conversation } from "../contracts/conversation.ts";
import type { ConversationPage } from "./conversations.ts";
import type { ConversationList } from "./place-row.ts";

/**
 * Hands on a list with the rows of the one before, so far as they say the same. By what they are, not by where they lie: the library compares
 * place by place, and one row that comes or goes would have all below it made and drawn anew.
 */
export function shareRows(before: unknown, after: unknown): unknown {
  if (!isList(before) || !isList(after)) return after;
  const kept = new Set(after.pages);
  const known = new Map(
    before.pages.filter((page) => !kept.has(page)).flatMap(({ items }) => items.map((row) => [row.id, row])),
  );
  const pages = after.pages.map((page, index) => sharePage(known, before.pages[index], page));
  const isSame = pages.length === before.pages.length && pages.every((page, index) => page === before.pages[index]);
  return isSame ? before : { ...after, pages };
}

function sharePage(
  known: ReadonlyMap<number, Conversation>,
  before: ConversationPage | undefined,
  page: ConversationPage,
): ConversationPage {
  if (page === before) return page;
  const items = page.items.map((row) => replaceEqualDeep(known.get(row.id), row));
  const isSame =
    before?.nextCursor === page.nextCursor &&
    before.items.length === items.length &&
    items.every((row, index) => row === before.items[index]);
  return isSame ? before : { ...page, items };
}

function isList(value: unknown): value is ConversationList {
  return typeof value === "object" && value !== null && "pages" in value && Array.isArray(value.pages);
}
