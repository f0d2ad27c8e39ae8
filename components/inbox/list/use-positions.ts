"use client";

import { useEffect, useRef, type RefObject } from "react";
import { afterPaint } from "#lib/after-paint";

/**
 * Tells each drawn row which of the list it is. After the paint, as nobody sees it: a row that leaves changes the place of all below, and to
 * write thirty attributes takes longer than to draw what a key did.
 * @param positions of the list's children, in their order
 */
export function usePositions(list: RefObject<HTMLElement | null>, positions: readonly number[]): void {
  const latest = useRef(positions);
  const isDue = useRef(false);
  useEffect(() => {
    latest.current = positions;
    if (isDue.current) return;
    isDue.current = true;
    afterPaint(() => {
      isDue.current = false;
      for (const [at, row] of [...(list.current?.children ?? [])].entries()) {
        const position = String(latest.current[at]);
        if (row.getAttribute("aria-posinset") !== position) row.setAttribute("aria-posinset", position);
      }
    });
  });
}
