"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef } from "react";
import type { Conversation } from "#lib/contracts/conversation";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { inboxHref, type ConversationFilter } from "#lib/inbox-location";
import { useDragRows } from "../drag/use-drag-rows.tsx";
import { useInboxState } from "../inbox-state.tsx";
import { rowHeights, useDensity } from "../use-density.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { NewPill } from "./new-pill.tsx";
import { RowTargetMenu } from "./row-target-menu.tsx";
import { focusRow } from "./row-id.ts";
import { useArrivals } from "./use-arrivals.ts";
import { useListKeys } from "./use-list-keys.ts";
import { usePrefetch, usePrefetchNext } from "./use-prefetch.ts";
import { useRowSwipe } from "./use-row-swipe.ts";
import { useRowMenu } from "./use-row-menu.tsx";
import { useSelection } from "./use-selection.ts";

/** Rows of the server asked for before their place is in sight. */
const rowsAhead = 100;
/** Where each list was left, for as long as the page lives. */
const offsets = new Map<string, number>();

export type VirtualRowsProps = {
  rows: readonly Conversation[];
  filter: ConversationFilter;
  conversationId: number | null;
  hasMore: boolean;
  onMore: () => void;
};

/** Draws only the rows in sight, whatever the length of the list. Give it the list's href as key. */
export function VirtualRows({ rows, filter, conversationId, hasMore, onMore }: VirtualRowsProps) {
  const strings = useFirstStrings();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [density] = useDensity();
  const rowHeight = rowHeights[density];
  const selected = useInboxState((state) => state.selected);
  const cursorId = useInboxState((state) => state.cursorId);
  const setCursorId = useInboxState((state) => state.setCursorId);
  const indexOf = useMemo(() => indexerOf(rows), [rows]);
  const onSelect = useSelection(rows);
  const prefetch = usePrefetch();
  const arrivals = useArrivals(rows, scroller, rowHeight);
  const swipe = useRowSwipe();
  const place = inboxHref(filter);
  const currentId = conversationId ?? cursorId;
  const current = indexOf(currentId);
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

  const onReach = (index: number) => {
    const id = rows[index]?.id;
    if (id === undefined) return;
    virtualizer.scrollToIndex(index, { align: "auto" });
    // A row that was far away is drawn in the next frame.
    if (!focusRow(id)) requestAnimationFrame(() => focusRow(id));
  };
  useListKeys({ rows, indexOf, filter, conversationId, onReach, onSelect });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);

  usePrefetchNext(current === -1 ? [] : rows.slice(current + 1, current + 3).map((row) => row.id));

  const items = virtualizer.getVirtualItems();
  const isNearEnd = (virtualizer.range?.endIndex ?? 0) >= rows.length - rowsAhead;
  useEffect(() => {
    if (isNearEnd && hasMore) onMore();
  }, [isNearEnd, hasMore, onMore, rows.length]);

  const tabStop = current === -1 ? rows[0]?.id : currentId;
  const handleFocus = useCallback(
    (id: number) => {
      setCursorId(id);
      prefetch(id);
    },
    [setCursorId, prefetch],
  );
  const handleScroll = () => {
    const top = scroller.current?.scrollTop ?? 0;
    offsets.set(place, top);
    if (top < rowHeight) arrivals.clear();
  };
  const dragged = useDragRows(list);
  const { menu, handleContextMenu } = useRowMenu(rows, filter);
  return (
    <div className="relative min-h-0 grow">
      {menu}
      <RowTargetMenu rows={rows} />
      {dragged}
      <NewPill count={arrivals.count} onClick={() => virtualizer.scrollToOffset(0)} />
      <div ref={scroller} onScroll={handleScroll} className="h-full overflow-y-auto [overflow-anchor:none]">
        {/* Each row has a menu of its own; the list hears for all of them. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <ul
          ref={list}
          aria-label={strings.inbox.conversations}
          className="relative touch-pan-y"
          {...swipe}
          onContextMenu={handleContextMenu}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <ConversationRow
                key={row.id}
                row={row}
                filter={filter}
                density={density}
                top={item.start}
                height={rowHeight}
                position={item.index + 1}
                isOpen={row.id === conversationId}
                isCursor={row.id === tabStop}
                isSelected={selected.has(row.id)}
                isSelecting={selected.size > 0}
                onSelect={onSelect}
                onFocus={handleFocus}
                onPrefetch={prefetch}
              />
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** Where a conversation lies. Thousands of rows are gone over only once somebody asks. */
function indexerOf(rows: readonly Conversation[]): (id: number | null) => number {
  let indexes: Map<number, number> | undefined;
  return (id) => {
    if (id === null) return -1;
    indexes ??= new Map(rows.map((row, index) => [row.id, index]));
    return indexes.get(id) ?? -1;
  };
}

function withIndex(indexes: number[], index: number): number[] {
  return index === -1 || indexes.includes(index) ? indexes : [...indexes, index].sort((a, b) => a - b);
}
