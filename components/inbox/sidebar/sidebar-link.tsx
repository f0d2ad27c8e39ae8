"use client";

import type { ReactNode } from "react";
import { cn } from "#lib/cn";
import type { ConversationFilter } from "#lib/inbox-location";
import type { Act } from "#lib/query/act";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { formatCount } from "../../settings/format-count.ts";
import { Tooltip } from "../../ui/tooltip.tsx";
import { useDropPlace } from "../drag/use-drop-place.ts";
import { InboxLink } from "../inbox-link.tsx";
import { useInboxState } from "../inbox-state.tsx";

export type SidebarLinkProps = {
  filter: ConversationFilter;
  icon: ReactNode;
  label: string;
  /** At its end, e.g. a count. */
  end?: ReactNode;
  isCurrent: boolean;
  keys?: string | undefined;
  /** What dropping rows on it does to them. */
  dropAct?: Act | undefined;
  className?: string;
};

/** One line of the sidebar; in the narrow sidebar only its icon, with the rest in a tooltip. */
export function SidebarLink({ filter, icon, label, end, isCurrent, keys, dropAct, className }: SidebarLinkProps) {
  const { ref, isOver } = useDropPlace<HTMLAnchorElement>(dropAct);
  const setIsSidebarOpen = useInboxState((state) => state.setIsSidebarOpen);
  return (
    <Tooltip label={label} keys={keys} side="right">
      <InboxLink
        ref={ref}
        filter={filter}
        aria-current={isCurrent ? "page" : undefined}
        onClick={() => setIsSidebarOpen(false)}
        className={cn(
          "group/link [-webkit-touch-callout:none] flex h-7 min-w-0 items-center gap-[9px] rounded-md px-2 text-ink-2 max-pair:h-9 @max-[8rem]/side:px-3.5",
          "hover:bg-hover aria-[current]:bg-selected aria-[current]:text-ink [&_.lucide]:text-ink-3",
          "aria-[current]:[&_.lucide]:text-accent",
          isOver && "bg-accent/15 text-ink outline-2 -outline-offset-2 outline-accent",
          className,
        )}
      >
        <span className="grid w-4 shrink-0 place-items-center">{icon}</span>
        <span className="min-w-0 grow truncate @max-[8rem]/side:sr-only">{label}</span>
        <span className="ml-auto flex shrink-0 items-center text-xs tabular-nums text-ink-3 group-aria-[current]/link:text-ink @max-[8rem]/side:hidden">
          {end}
        </span>
      </InboxLink>
    </Tooltip>
  );
}

export function SidebarLabel({ children }: { children: ReactNode }) {
  return (
    <h2 className="px-2 pt-3.5 pb-1 text-2xs font-normal text-ink-3 @max-[8rem]/side:mx-3.5 @max-[8rem]/side:my-2 @max-[8rem]/side:border-t @max-[8rem]/side:border-line @max-[8rem]/side:p-0">
      <span className="@max-[8rem]/side:sr-only">{children}</span>
    </h2>
  );
}

/** A count, or nothing where there is nothing to count. */
export function Count({ value }: { value: number | undefined }) {
  const strings = useFirstStrings();
  return value === undefined || value === 0 ? null : formatCount(strings, value);
}
