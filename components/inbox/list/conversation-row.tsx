"use client";

import { memo, type MouseEvent } from "react";
import { cn } from "#lib/cn";
import type { Conversation } from "#lib/contracts/conversation";
import type { ConversationFilter } from "#lib/inbox-location";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { FoundText } from "../../search/found-text.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dot } from "../../ui/dot.tsx";
import { Time } from "../../ui/time.tsx";
import { InboxLink } from "../inbox-link.tsx";
import type { Density } from "../use-density.ts";
import { rowElementId } from "./row-id.ts";
import { RowMarks } from "./row-marks.tsx";
import { sendersOf } from "./senders-of.ts";

export type ConversationRowProps = {
  row: Conversation;
  filter: ConversationFilter;
  density: Density;
  /** Where it lies in the list, in pixels: numbers, so that a row that stays is not drawn again by scrolling. */
  top: number;
  height: number;
  position: number;
  isOpen: boolean;
  isCursor: boolean;
  isSelected: boolean;
  /** Whether anything is selected: then every row shows its box. */
  isSelecting: boolean;
  onSelect: (id: number, isRange: boolean) => void;
  onFocus: (id: number) => void;
  onPrefetch: (id: number) => void;
};

/** One conversation in the list: a link that fills the row, and a box beside it to select it. Where it lies changes far more often than what it says. */
export const ConversationRow = memo(function ConversationRow({ top, height, position, ...said }: ConversationRowProps) {
  const { isOpen, isSelected } = said;
  return (
    <li
      aria-posinset={position}
      aria-setsize={-1}
      style={{ height, transform: `translateY(${top}px)` }}
      className={cn(
        "group/row absolute inset-x-0 top-0 border-b border-line",
        (isOpen || isSelected) && "bg-selected",
        !isOpen && !isSelected && "hover:bg-hover",
        isOpen && "before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent",
      )}
    >
      <RowContent {...said} />
    </li>
  );
});

type RowContentProps = Omit<ConversationRowProps, "top" | "height" | "position">;

const RowContent = memo(function RowContent(props: RowContentProps) {
  const strings = useFirstStrings();
  const words = strings.inbox;
  const { row, filter, density, isOpen, isCursor, isSelected, isSelecting } = props;
  const subject = row.subject || words.noSubject;
  // What was found stands where it was written, however the conversation went on.
  const shownAt = row.found?.at ?? row.lastMessageAt;
  const handleSelect = (event: MouseEvent) => props.onSelect(row.id, event.shiftKey);
  const handleClick = (event: MouseEvent) => {
    if (!event.shiftKey) return;
    event.preventDefault();
    props.onSelect(row.id, true);
  };
  return (
    <>
      <InboxLink
        id={rowElementId(row.id)}
        filter={filter}
        conversationId={row.id}
        tabIndex={isCursor ? 0 : -1}
        aria-current={isOpen || undefined}
        onClick={handleClick}
        onFocus={() => props.onFocus(row.id)}
        onPointerEnter={() => props.onPrefetch(row.id)}
        draggable={false}
        className={cn(
          "grid h-full grid-cols-[8px_minmax(0,1fr)] content-center items-center gap-x-2.5 pr-4 pl-3 select-none focus-visible:-outline-offset-2",
          row.unseen && "[&_.who]:font-strong [&_.who]:text-ink [&_.what]:font-strong [&_.what]:text-ink",
        )}
      >
        <span className="flex">
          {row.unseen && (
            <Dot
              tone="accent"
              label={words.unseen}
              className={cn("-ml-px group-hover/row:invisible", isSelecting && "invisible")}
            />
          )}
        </span>
        {density === "comfortable" ? (
          <>
            <span className="flex min-w-0 items-baseline gap-1.5">
              <bdi className="who truncate text-ink-2">{sendersOf(strings, row)}</bdi>
              <MessageCount count={row.messageCount} />
              <Time instant={shownAt} className="ml-auto pl-2 text-xs whitespace-nowrap tabular-nums text-ink-3" />
            </span>
            <span className="col-start-2 flex min-w-0 items-center gap-2">
              <span className="min-w-0 grow overflow-clip text-ellipsis whitespace-nowrap text-ink-3" dir="auto">
                <Subject subject={subject} row={row} />
              </span>
              <RowMarks row={row} density={density} />
            </span>
          </>
        ) : (
          <>
            <span className="flex min-w-0 items-center gap-2">
              <bdi className="who w-28 shrink-0 truncate text-ink-2">{sendersOf(strings, row)}</bdi>
              <span className="min-w-0 grow overflow-clip text-ellipsis whitespace-nowrap text-ink-3">
                <Subject subject={subject} row={row} />
              </span>
              <RowMarks row={row} density={density} />
              <Time instant={shownAt} className="text-xs whitespace-nowrap tabular-nums text-ink-3" />
            </span>
          </>
        )}
      </InboxLink>
      <Checkbox
        checked={isSelected}
        aria-label={words.select(subject)}
        tabIndex={-1}
        onClick={handleSelect}
        className={cn(
          "absolute top-1/2 left-2 -translate-y-1/2 opacity-0 group-hover/row:opacity-100 pointer-coarse:hidden",
          isSelecting && "opacity-100 pointer-coarse:grid",
        )}
      />
    </>
  );
});

function Subject({ subject, row: { found, preview } }: { subject: string; row: Conversation }) {
  const words = useFirstStrings().search;
  const place = found && found.place === "note" ? words.inNote : found?.place === "file" ? words.inFile : null;
  const hasRest = found ? found.snippet.length > 0 : preview !== "";
  return (
    <>
      <bdi className="what text-ink-2">
        {found && found.subject.length > 0 ? <FoundText pieces={found.subject} /> : subject}
      </bdi>
      {hasRest && " — "}
      {place !== null && <span className="mr-1 rounded-sm bg-hover px-1 text-xs text-ink-2">{place}</span>}
      {hasRest && <bdi>{found ? <FoundText pieces={found.snippet} /> : preview}</bdi>}
    </>
  );
}

function MessageCount({ count }: { count: number }) {
  const words = useFirstStrings().inbox;
  if (count < 2) return null;
  return (
    <span className="shrink-0 text-xs tabular-nums text-ink-3" title={words.messageCount(count)}>
      {count}
    </span>
  );
}
