"use client";

import { createContext, use, useMemo, useSyncExternalStore } from "react";
import { inboxHref, parseInboxLocation, type ConversationFilter, type InboxLocation } from "#lib/inbox-location";

/** The URL that the router drew the page for: what the server knows of, and the browser before the page has its URL. */
export const RoutedHref = createContext("");

const home: InboxLocation = { filter: { view: "open", sort: "newest" }, conversationId: null };
const listeners = new Set<() => void>();
/** One object a filter for as long as the page lives, so that what depends on it is not drawn again when only the conversation changes. */
const filters = new Map<string, ConversationFilter>();
/** What was read last: every link of the sidebar asks for the same URL whenever anything is drawn. */
let last: { href: string; location: InboxLocation | undefined } | undefined;

/** Where the agent is, read from the URL, which is all the state there is. */
export function useInboxLocation(): InboxLocation {
  const routed = use(RoutedHref);
  // The router tells of a new URL when it finds the time; a pressed key wants its answer now.
  const href = useSyncExternalStore(subscribe, currentHref, () => routed);
  return useMemo(() => parse(href) ?? parse(routed) ?? home, [href, routed]);
}

/** Only the list that is shown: hears nothing of conversations being opened in it. */
export function useInboxFilter(): ConversationFilter {
  const routed = use(RoutedHref);
  const filterOf = (href: string) => (parse(href) ?? parse(routed) ?? home).filter;
  return useSyncExternalStore(
    subscribe,
    () => filterOf(currentHref()),
    () => filterOf(routed),
  );
}

/** The same for an event, which asks once. */
export function currentLocation(): InboxLocation {
  return parse(currentHref()) ?? home;
}

/** Goes there without asking the server for a page: the panes stay, and read what they lack. */
export function goTo(
  filter: ConversationFilter,
  conversationId: number | null,
  how: "push" | "replace" = "push",
): void {
  const href = inboxHref(filter, conversationId);
  if (href === `${window.location.pathname}${window.location.search}`) return;
  if (how === "push") window.history.pushState(null, "", href);
  else window.history.replaceState(null, "", href);
  for (const listener of listeners) listener();
}

function currentHref(): string {
  return `${window.location.pathname}?${window.location.search.slice(1)}`;
}

function parse(href: string): InboxLocation | undefined {
  if (last?.href === href) return last.location;
  const [pathname = "", search = ""] = href.split("?");
  const location = parseInboxLocation(pathname, new URLSearchParams(search));
  if (!location || !("window" in globalThis)) return location;
  const key = inboxHref(location.filter);
  const filter = filters.get(key) ?? location.filter;
  filters.set(key, filter);
  last = { href, location: { ...location, filter } };
  return last.location;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}
