"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo, useSyncExternalStore } from "react";
import { inboxHref, parseInboxLocation, type ConversationFilter, type InboxLocation } from "#lib/inbox-location";

const home: InboxLocation = { filter: { view: "open", sort: "newest" }, conversationId: null };
const listeners = new Set<() => void>();

/** Where the agent is, read from the URL, which is all the state there is. */
export function useInboxLocation(): InboxLocation {
  const routed = `${usePathname()}?${useSearchParams().toString()}`;
  // The router tells of a new URL when it finds the time; a pressed key wants its answer now.
  const href = useSyncExternalStore(
    subscribe,
    () => `${window.location.pathname}?${window.location.search.slice(1)}`,
    () => routed,
  );
  return useMemo(() => parse(href) ?? parse(routed) ?? home, [href, routed]);
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

function parse(href: string): InboxLocation | undefined {
  const [pathname = "", search = ""] = href.split("?");
  return parseInboxLocation(pathname, new URLSearchParams(search));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}
