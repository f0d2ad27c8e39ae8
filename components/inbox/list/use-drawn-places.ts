"use client";

import { useEffect, useRef, type RefObject } from "react";
import { afterPaint } from "#lib/after-paint";
import { rowElementId } from "./row-id.ts";

/**
 * Tells each drawn row which of the list it is, and which of them Tab leads to. After the paint, as nobody sees it: a row that leaves changes
 * the place of all below, and to write thirty attributes takes longer than to draw what a key did; a focused row whose tabindex changes is
 * styled at once, to see whether it may keep the focus.
 * @param positions of the list's children, in their order
 * @param tabStop the conversation whose row Tab leads to
 */
export function useDrawnPlaces(
  list: RefObject<HTMLElement | null>,
  positions: readonly number[],
  tabStop: number | null | undefined,
): void {
  const latest = useRef({ positions, tabStop });
  const isDue = useRef(false);
  useEffect(() => {
    latest.current = { positions, tabStop };
    if (isDue.current) return;
    isDue.current = true;
    afterPaint(() => {
      isDue.current = false;
      const stopId = latest.current.tabStop == null ? null : rowElementId(latest.current.tabStop);
      for (const [at, row] of [...(list.current?.children ?? [])].entries()) {
        write(row, "aria-posinset", String(latest.current.positions[at]));
        const link = row.firstElementChild;
        if (link) write(link, "tabindex", link.id === stopId ? "0" : "-1");
      }
    });
  });
}

function write(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
