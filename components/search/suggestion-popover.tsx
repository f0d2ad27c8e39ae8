"use client";

import { Popover } from "radix-ui";
import type { RefObject } from "react";
import type { SearchMistake } from "#lib/search/query-tree";
import { cn } from "#lib/cn";
import { surfaceClasses } from "../ui/menu-classes.ts";
import { portalTarget } from "../ui/portal-target.ts";
import { MistakeNotice } from "./mistake-notice.tsx";
import { SuggestionList, type SuggestionListProps } from "./suggestion-list.tsx";

export type SuggestionPopoverProps = Omit<SuggestionListProps, "id"> & {
  listId: string;
  query: string;
  mistake: SearchMistake | null;
  isOpen: boolean;
  below: RefObject<HTMLElement | null>;
};

/** What hangs below the search field, which keeps the focus. */
export function SuggestionPopover({ listId, query, mistake, isOpen, below, ...list }: SuggestionPopoverProps) {
  return (
    <Popover.Root open={isOpen}>
      <Popover.Anchor virtualRef={below} />
      <Popover.Portal container={portalTarget()}>
        <Popover.Content
          role="presentation"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className={cn(surfaceClasses, "max-h-[min(70dvh,32rem)] w-104 max-w-[calc(100vw-1rem)]")}
        >
          {mistake && (
            <MistakeNotice id={`${listId}-mistake`} query={query} mistake={mistake} className="px-2 py-1.5" />
          )}
          <SuggestionList id={listId} {...list} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
