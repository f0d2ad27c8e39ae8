"use client";

import { createContext, use, useMemo, useSyncExternalStore } from "react";
import { afterPaint } from "#lib/after-paint";
import { inboxHref, parseInboxLocation, type ConversationFilter, type InboxLocation } from "#lib/inbox-location";

/** The URL that the router drew the page for: what the server knows of, and the browser before the page has its URL. */
export const RoutedHref = createContext("");

const home: InboxLocation = { filter: { view: "open", sort: "newest" }, conversationId: null };
const listeners = new Set<() => void>();
/** One object a filter for as long as the page lives, so that what depends on it is not drawn again when only the conversation changes. */
const filters = new Map<string, ConversationFilter>();
/** What was read last: every link of the sidebar asks for the same URL whenever anything is drawn. */
let last: { href: string; location: InboxLocation | undefined } | undefined;
/** Where the panes have gone and the browser has not yet: to tell it takes longer than to draw most of what a key does. */
let ahead: { href: string; how: "push" | "replace" } | undefined;

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
  if (href === here()) return;
  if (how === "push") tellBrowser();
  if (!ahead) afterPaint(tellBrowser);
  ahead = { href, how: ahead?.how ?? how };
  for (const listener of listeners) listener();
}

function tellBrowser(): void {
  if (!ahead) return;
  const { href, how } = ahead;
  ahead = undefined;
  if (how === "push") window.history.pushState(null, "", href);
  else window.history.replaceState(null, "", href);
}

function here(): string {
  return ahead?.href ?? `${window.location.pathname}${window.location.search}`;
}

function currentHref(): string {
  const [pathname = "", search = ""] = here().split("?");
  return `${pathname}?${search}`;
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
  const handlePop = () => {
    ahead = undefined;
    listener();
  };
  listeners.add(listener);
  window.addEventListener("popstate", handlePop);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", handlePop);
  };
}
