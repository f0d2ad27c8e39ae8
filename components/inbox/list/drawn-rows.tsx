"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  type ComponentProps,
  type RefObject,
} from "react";
import type { Conversation } from "#lib/contracts/conversation";
import { inboxHref, type ConversationFilter } from "#lib/inbox-location";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { useInboxState } from "../inbox-state.tsx";
import { rowHeights, type Density } from "../use-density.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { useDrawnPlaces } from "./use-drawn-places.ts";

/** Rows of the server asked for before their place is in sight. */
const rowsAhead = 100;
/** Where each list was left, for as long as the page lives. */
const offsets = new Map<string, number>();

export type RowsScroll = { toIndex: (index: number) => void; toTop: () => void };

export type DrawnRowsProps = {
  rows: readonly Conversation[];
  filter: ConversationFilter;
  conversationId: number | null;
  density: Density;
  /** Where the row that keys act on lies; -1 for none. */
  current: number;
  /** The row that Tab leads to. */
  tabStop: number | null | undefined;
  hasMore: boolean;
  onMore: () => void;
  scroller: RefObject<HTMLDivElement | null>;
  list: RefObject<HTMLUListElement | null>;
  scroll: RefObject<RowsScroll | null>;
  listEvents: Omit<ComponentProps<"ul">, "ref">;
  /** The list was scrolled to its top. */
  onTop: () => void;
  onSelect: (id: number, isRange: boolean) => void;
  onFocus: (id: number) => void;
  onPrefetch: (id: number) => void;
};

/** Draws only the rows in sight, whatever the length of the list. Apart from what else a list does, as this is all that scrolling draws again. */
export function DrawnRows(props: DrawnRowsProps) {
  const { rows, filter, conversationId, density, current, tabStop, hasMore, onMore, scroller, list, scroll } = props;
  const strings = useFirstStrings();
  const rowHeight = rowHeights[density];
  const selected = useInboxState((state) => state.selected);
  const place = inboxHref(filter);
  // Its answers change with every scroll: nothing here is kept between renders but by hand.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    // Rows are as high as each other: the library need not know which is which, or it would go over all of them at every step of a scroll.
    estimateSize: () => rowHeight,
    overscan: 8,
    // The row that keys act on is always drawn: one that many new rows push out of sight at once would take the focus with it.
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), current),
    initialOffset: () => offsets.get(place) ?? 0,
    // What the server draws before it can know the height of a window.
    initialRect: { width: 380, height: 900 },
  });
  useImperativeHandle(
    scroll,
    () => ({
      // Not by the library, which then lays the page out with every drawing, to see whether it has arrived.
      toIndex: (index) => scroller.current && reveal(scroller.current, index * rowHeight, rowHeight),
      toTop: () => scroller.current?.scrollTo({ top: 0 }),
    }),
    [scroller, rowHeight],
  );
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  const showCurrent = useEffectEvent(() => {
    if (current !== -1 && !offsets.has(place) && scroller.current)
      reveal(scroller.current, current * rowHeight, rowHeight);
  });
  // Who follows a link to a conversation sees where in the list it lies.
  useLayoutEffect(() => showCurrent(), []);

  const items = virtualizer.getVirtualItems();
  useDrawnPlaces(
    list,
    items.map(({ index }) => index + 1),
    tabStop,
  );
  const isNearEnd = (virtualizer.range?.endIndex ?? 0) >= rows.length - rowsAhead;
  useEffect(() => {
    if (isNearEnd && hasMore) onMore();
  }, [isNearEnd, hasMore, onMore, rows.length]);

  const handleScroll = () => {
    const top = scroller.current?.scrollTop ?? 0;
    offsets.set(place, top);
    if (top < rowHeight) props.onTop();
  };
  return (
    <div ref={scroller} onScroll={handleScroll} className="h-full overflow-y-auto [overflow-anchor:none]">
      {/* Each row has a menu of its own; the list hears for all of them. */}
      <ul
        ref={list}
        aria-label={strings.inbox.conversations}
        className="relative flow-root touch-pan-y"
        {...props.listEvents}
        data-selecting={selected.size > 0 || undefined}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map((item, at) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <ConversationRow
              key={row.id}
              row={row}
              filter={filter}
              density={density}
              gap={(item.index - (items[at - 1]?.index ?? -1) - 1) * rowHeight}
              height={rowHeight}
              isOpen={row.id === conversationId}
              isSelected={selected.has(row.id)}
              onSelect={props.onSelect}
              onFocus={props.onFocus}
              onPrefetch={props.onPrefetch}
            />
          );
        })}
      </ul>
    </div>
  );
}

function reveal(scroller: HTMLElement, top: number, height: number): void {
  const { scrollTop, clientHeight } = scroller;
  const nearest = Math.min(top, Math.max(scrollTop, top + height - clientHeight));
  if (nearest !== scrollTop) scroller.scrollTop = nearest;
}

function withIndex(indexes: number[], index: number): number[] {
  return index === -1 || indexes.includes(index) ? indexes : [...indexes, index].sort((a, b) => a - b);
}
