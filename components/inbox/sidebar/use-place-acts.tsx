"use client";

import { ExternalLink, Link, MailOpen, Search } from "lucide-react";
import { inboxHref, type ConversationFilter } from "#lib/inbox-location";
import { useStrings } from "../../language/use-strings.ts";
import type { MenuActGroup } from "../../ui/menu-acts.tsx";
import { useInboxState } from "../inbox-state.tsx";
import { useCopyHref } from "../use-copy-link.ts";
import { useMarkAllSeen } from "../use-mark-all-seen.ts";
import { goTo } from "../use-inbox-location.ts";

/** What menus offer for a place of the sidebar, an account, a folder or a tag, whatever it is. @param q finds what lies in it */
export function usePlaceActs(filter: ConversationFilter, q: string): MenuActGroup[] {
  const words = useStrings().places;
  const markAllSeen = useMarkAllSeen();
  const copyHref = useCopyHref();
  const wantSearch = useInboxState((state) => state.wantSearch);
  const href = inboxHref(filter);
  return [
    [
      { id: "all-seen", icon: <MailOpen aria-hidden />, label: words.markAllSeen, run: () => void markAllSeen(filter) },
      {
        id: "search",
        icon: <Search aria-hidden />,
        label: words.search,
        run: () => {
          goTo({ view: "all", sort: "newest", q }, null);
          wantSearch();
        },
      },
    ],
    [
      { id: "copy-link", icon: <Link aria-hidden />, label: words.copyLink, run: () => copyHref(href) },
      {
        id: "open-in-tab",
        icon: <ExternalLink aria-hidden />,
        label: words.openInTab,
        run: () => void window.open(href, "_blank", "noopener"),
      },
    ],
  ];
}

/** A value of an operator, whatever is in it. */
export const quoted = (value: string) => `"${value.replaceAll('"', "")}"`;
