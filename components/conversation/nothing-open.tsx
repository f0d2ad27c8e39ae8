"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { conversationListOptions } from "#lib/query/conversations";
import { CommandButton } from "../command/command-button.tsx";
import { useInboxFilter } from "../inbox/use-inbox-location.ts";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { EmptyState } from "../ui/empty-state.tsx";

export function NothingOpen() {
  const words = useFirstStrings().conversation.none;
  const filter = useInboxFilter();
  // What the list beside it has read; a search with a mistake reads nothing.
  const { data } = useInfiniteQuery({ ...conversationListOptions(filter), enabled: false });
  const hasRows = data ? data.pages.some(({ items }) => items.length > 0) : filter.q === undefined;
  return (
    <EmptyState
      icon={Inbox}
      title={words.title}
      text={hasRows ? words.text : undefined}
      className="grow"
      action={
        <span data-tour="commands" className="flex flex-wrap justify-center gap-2">
          <CommandButton command="app.palette" />
          <CommandButton command="app.shortcuts" />
        </span>
      }
    />
  );
}
