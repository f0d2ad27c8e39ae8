"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { inboxHref, parseInboxLocation, type ConversationFilter, type InboxLocation } from "#lib/inbox-location";

const home: InboxLocation = { filter: { view: "open", sort: "newest" }, conversationId: null };

/** Where the agent is, read from the URL, which is all the state there is. */
export function useInboxLocation(): InboxLocation {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  return useMemo(() => parseInboxLocation(pathname, new URLSearchParams(search)) ?? home, [pathname, search]);
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
}
