"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef } from "react";
import type { Conversation } from "#lib/contracts/conversation";
import type { ConversationFilter } from "#lib/inbox-location";
import { useStrings } from "../../language/use-strings.ts";
import { useInboxState } from "../inbox-state.tsx";
import { rowHeights, useDensity } from "../use-density.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { NewPill } from "./new-pill.tsx";
import { useArrivals } from "./use-arrivals.ts";
import { useListKeys } from "./use-list-keys.ts";
import { usePrefetch, usePrefetchNext } from "./use-prefetch.ts";
import { useSelection } from "./use-selection.ts";

export type VirtualRowsProps = {
  rows: readonly Conversation[];
  filter: ConversationFilter;
  conversationId: number | null;
  hasMore: boolean;
  onMore: () => void;
};

/** Draws only the rows in sight, whatever the length of the list. */
export function VirtualRows({ rows, filter, conversationId, hasMore, onMore }: VirtualRowsProps) {
  const strings = useStrings();
  const scroller = useRef<HTMLDivElement>(null);
  const [density] = useDensity();
  const rowHeight = rowHeights[density];
  const { selected, cursorId, setCursorId } = useInboxState();
  const onSelect = useSelection(rows);
  const prefetch = usePrefetch();
  const arrivals = useArrivals(rows, scroller, rowHeight);
  // Its answers change with every scroll: nothing here is kept between renders but by hand.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    // What the server draws before it can know the height of a window.
    initialRect: { width: 380, height: 900 },
  });

  const onReach = useCallback(
    (index: number) => {
      const id = rows[index]?.id;
      if (id === undefined) return;
      virtualizer.scrollToIndex(index, { align: "auto" });
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`#conversation-${id}`)?.focus({ preventScroll: true }),
      );
    },
    [rows, virtualizer],
  );
  useListKeys({ rows, filter, conversationId, onReach, onSelect });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);

  const openIndex = rows.findIndex((row) => row.id === conversationId);
  usePrefetchNext(openIndex === -1 ? [] : rows.slice(openIndex + 1, openIndex + 3).map((row) => row.id));

  const items = virtualizer.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= rows.length - 10;
  useEffect(() => {
    if (isNearEnd && hasMore) onMore();
  }, [isNearEnd, hasMore, onMore, rows.length]);

  const tabStop = rows.some((row) => row.id === (conversationId ?? cursorId))
    ? (conversationId ?? cursorId)
    : rows[0]?.id;
  const handleScroll = () => {
    if ((scroller.current?.scrollTop ?? 0) < rowHeight) arrivals.clear();
  };
  return (
    <div className="relative min-h-0 grow">
      <NewPill count={arrivals.count} onClick={() => virtualizer.scrollToOffset(0)} />
      <div ref={scroller} onScroll={handleScroll} className="h-full overflow-y-auto [overflow-anchor:none]">
        <ul
          aria-label={strings.inbox.conversations}
          className="relative"
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
                style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
                position={item.index + 1}
                isOpen={row.id === conversationId}
                isCursor={row.id === tabStop}
                isSelected={selected.has(row.id)}
                isSelecting={selected.size > 0}
                onSelect={onSelect}
                onFocus={setCursorId}
                onPrefetch={prefetch}
              />
            );
          })}
        </ul>
      </div>
    </div>
  );
}
