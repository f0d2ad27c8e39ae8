"use client";

import { createPortal } from "react-dom";
import { useEffect, useState, type ReactNode, type RefObject } from "react";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { useLater } from "../../ui/use-later.ts";
import { useInboxStore } from "../inbox-state.tsx";
import { rowIdAt } from "../list/row-id.ts";

type Dragged = { count: number; x: number; y: number };

/**
 * Lets the rows of a list be dragged to the sidebar, the selected ones together. Without a mouse, keys and menus lead to the same places.
 * @param list whose rows come and go while it is scrolled
 * @returns what is drawn beside the pointer
 */
export function useDragRows(list: RefObject<HTMLElement | null>): ReactNode {
  const words = useFirstStrings().inbox;
  const store = useInboxStore();
  const isLater = useLater();
  const [dragged, setDragged] = useState<Dragged | null>(null);
  useEffect(() => {
    const element = list.current;
    if (!isLater || !element || !window.matchMedia("(pointer: fine)").matches) return undefined;
    const ends = new Map<Element, () => void>();
    const idsOf = (row: Element) => {
      const id = rowIdAt(row);
      const { selected } = store.getState();
      if (id === null) return [];
      return selected.has(id) ? [...selected] : [id];
    };
    const listening = new AbortController();
    const begin = async () => {
      const { makeDraggable } = await import("./drag-and-drop.ts");
      const ready = (row: HTMLElement | null | undefined) => {
        if (!row || ends.has(row)) return;
        for (const [other, end] of ends) if (!other.isConnected && ends.delete(other)) end();
        const end = makeDraggable({
          element: row,
          ids: () => idsOf(row),
          onDrag: (ids, at) => setDragged(ids && { count: ids.length, ...at }),
        });
        ends.set(row, end);
      };
      // Only what the pointer is over can be dragged: of the rows that pass by while the list is scrolled, most never are.
      const handleOver = ({ target }: PointerEvent) => ready(target instanceof Element ? target.closest("li") : null);
      if (listening.signal.aborted) return;
      element.addEventListener("pointerover", handleOver, { signal: listening.signal });
      ready(element.querySelector<HTMLElement>("li:hover"));
    };
    void begin();
    return () => {
      listening.abort();
      for (const end of ends.values()) end();
    };
  }, [list, store, isLater]);
  if (!dragged) return null;
  return createPortal(
    <div
      aria-hidden
      style={{ left: dragged.x + 12, top: dragged.y + 12 }}
      className="pointer-events-none fixed z-50 rounded-full bg-accent px-3 py-[3px] text-xs font-strong text-accent-ink shadow-float"
    >
      {words.dragged(dragged.count)}
    </div>,
    document.body,
  );
}
