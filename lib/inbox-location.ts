import type { ConversationSort } from "./contracts/conversation.ts";
import { conversationSorts, conversationViews, type ConversationView } from "./contracts/vocabulary.ts";

/** Which conversations a list shows, and in what order. */
export type ConversationFilter = {
  view: ConversationView;
  inbox?: number;
  account?: number;
  folder?: number;
  assignee?: number;
  tag?: number;
  q?: string;
  sort: ConversationSort;
};

/** Where an agent is: all of it stands in the URL. */
export type InboxLocation = { filter: ConversationFilter; conversationId: number | null };

const numeric = ["inbox", "account", "folder", "assignee", "tag"] as const;

/** @returns undefined for a path that is not the inbox's, or a view that does not exist */
export function parseInboxLocation(pathname: string, search: URLSearchParams): InboxLocation | undefined {
  const [, view, id] = /^\/inbox\/([^/]+)(?:\/(\d{1,15}))?\/?$/.exec(pathname) ?? [];
  const known = conversationViews.find((candidate) => candidate === view);
  if (known === undefined) return undefined;
  return { filter: readFilter(known, search), conversationId: id === undefined ? null : Number(id) };
}

export function inboxHref(filter: ConversationFilter, conversationId: number | null = null): string {
  const search = filterParams(filter);
  search.delete("view");
  const path = `/inbox/${filter.view}${conversationId === null ? "" : `/${conversationId}`}`;
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}

/** As the API and the URL spell it; what is as usual is left out. */
export function filterParams(filter: ConversationFilter): URLSearchParams {
  const search = new URLSearchParams({ view: filter.view });
  for (const name of numeric) if (filter[name] !== undefined) search.set(name, String(filter[name]));
  if (filter.q !== undefined) search.set("q", filter.q);
  if (filter.sort !== "newest") search.set("sort", filter.sort);
  return search;
}

function readFilter(view: ConversationView, search: URLSearchParams): ConversationFilter {
  const filter: ConversationFilter = {
    view,
    sort: conversationSorts.find((sort) => sort === search.get("sort")) ?? "newest",
  };
  for (const name of numeric) {
    const value = Number(search.get(name));
    if (Number.isSafeInteger(value) && value > 0) filter[name] = value;
  }
  const q = search.get("q")?.trim();
  if (q) filter.q = q.slice(0, 500);
  return filter;
}
