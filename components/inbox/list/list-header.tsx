"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { memo } from "react";
import type { ConversationSort } from "#lib/contracts/conversation";
import type { ConversationFilter } from "#lib/inbox-location";
import { countsOptions } from "#lib/query/conversations";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { formatCount } from "../../settings/format-count.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { currentLocation, goTo } from "../use-inbox-location.ts";

const sortsOfViews: ConversationSort[] = ["newest", "oldest", "waiting"];
const sortsOfSearches: ConversationSort[] = ["newest", "best"];

export type ListHeaderProps = { filter: ConversationFilter; title: string };

/** What the list is called, how much is in it, and in which order. */
export const ListHeader = memo(function ListHeader({ filter, title }: ListHeaderProps) {
  const strings = useFirstStrings();
  const words = strings.inbox;
  const sorts = (filter.q === undefined ? sortsOfViews : sortsOfSearches).map((value) => ({
    value,
    label: words.sorts[value],
  }));
  const { data: counts } = useQuery(countsOptions());
  const isWholeView = title === words.views[filter.view];
  // Tags are counted by their open conversations.
  const countOfTag = filter.view === "open" && filter.q === undefined ? counts?.tags[String(filter.tag)] : undefined;
  const count = isWholeView ? counts?.views[filter.view] : countOfTag;
  const say = filter.view === "open" ? words.openCount : words.shownCount;
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2 py-1.5 border-b border-line pr-3 pl-4">
      {filter.q !== undefined && (
        <IconButton
          icon={X}
          label={words.clearSearch}
          onClick={() => goTo({ view: "open", sort: "newest" }, null)}
          // Beside a wide sidebar the field itself is in sight.
          className="-ml-2.5 pair:[[data-side=wide]~*_&]:hidden full:[[data-side=auto]~*_&]:hidden"
        />
      )}
      <h2 className="min-w-0 truncate text-base">{title}</h2>
      {count !== undefined && count > 0 && (
        <span suppressHydrationWarning className="text-xs whitespace-nowrap tabular-nums text-ink-3">
          {say(formatCount(strings, count))}
        </span>
      )}
      <Tabs
        label={words.sortLabel}
        value={filter.sort}
        options={sorts}
        onValueChange={(sort) => goTo({ ...filter, sort }, currentLocation().conversationId)}
        className="ml-auto [&_button]:px-[7px]"
      />
    </header>
  );
});
