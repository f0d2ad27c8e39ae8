"use client";

import { useCallback, useMemo, useRef } from "react";
import type { Conversation } from "#lib/contracts/conversation";
import type { ConversationFilter } from "#lib/inbox-location";
import { useDragRows } from "../drag/use-drag-rows.tsx";
import { useInboxState } from "../inbox-state.tsx";
import { rowHeights, useDensity } from "../use-density.ts";
import { useInboxLocation } from "../use-inbox-location.ts";
import { DrawnRows, type RowsScroll } from "./drawn-rows.tsx";
import { NewPill } from "./new-pill.tsx";
import { focusRow } from "./row-id.ts";
import { RowTargetMenu } from "./row-target-menu.tsx";
import { useArrivals } from "./use-arrivals.ts";
import { useListKeys } from "./use-list-keys.ts";
import { usePrefetch, usePrefetchNext } from "./use-prefetch.ts";
import { useRowMenu } from "./use-row-menu.tsx";
import { useRowSwipe } from "./use-row-swipe.ts";
import { useSelection } from "./use-selection.ts";

export type VirtualRowsProps = {
  rows: readonly Conversation[];
  filter: ConversationFilter;
  hasMore: boolean;
  onMore: () => void;
};

/** A list and what keys, pointers and fingers do in it; only what is in sight is drawn. Give it the list's href as key. */
export function VirtualRows({ rows, filter, hasMore, onMore }: VirtualRowsProps) {
  const { conversationId } = useInboxLocation();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const scroll = useRef<RowsScroll>(null);
  const [density] = useDensity();
  const cursorId = useInboxState((state) => state.cursorId);
  const setCursorId = useInboxState((state) => state.setCursorId);
  const indexOf = useMemo(() => indexerOf(rows), [rows]);
  const onSelect = useSelection(rows);
  const prefetch = usePrefetch();
  const arrivals = useArrivals(rows, scroller, rowHeights[density]);
  const swipe = useRowSwipe();
  const currentId = conversationId ?? cursorId;
  const current = indexOf(currentId);

  const onReach = (index: number) => {
    const id = rows[index]?.id;
    if (id === undefined) return;
    scroll.current?.toIndex(index);
    // A row that was far away is drawn in the next frame.
    if (!focusRow(id)) requestAnimationFrame(() => focusRow(id));
  };
  useListKeys({ rows, indexOf, filter, conversationId, onReach, onSelect });
  usePrefetchNext(current === -1 ? [] : rows.slice(current + 1, current + 3).map((row) => row.id));

  const handleFocus = useCallback(
    (id: number) => {
      setCursorId(id);
      prefetch(id);
    },
    [setCursorId, prefetch],
  );
  const dragged = useDragRows(list);
  const { menu, handlers } = useRowMenu(rows, filter);
  return (
    // The rows' acts have buttons and keys, too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="relative min-h-0 grow" {...handlers}>
      {menu}
      <RowTargetMenu rows={rows} />
      {dragged}
      <NewPill count={arrivals.count} onClick={() => scroll.current?.toTop()} />
      <DrawnRows
        rows={rows}
        filter={filter}
        conversationId={conversationId}
        density={density}
        current={current}
        tabStop={current === -1 ? rows[0]?.id : currentId}
        hasMore={hasMore}
        onMore={onMore}
        scroller={scroller}
        list={list}
        scroll={scroll}
        listEvents={swipe}
        onTop={arrivals.clear}
        onSelect={onSelect}
        onFocus={handleFocus}
        onPrefetch={prefetch}
      />
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
