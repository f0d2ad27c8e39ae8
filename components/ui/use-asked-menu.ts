"use client";

import { useRef, useState } from "react";
import type { Point } from "./point-menu.tsx";
import { useMenuGesture } from "./use-menu-gesture.ts";

/** Where a menu was asked for, if it was. */
export function useAskedMenu() {
  const [at, setAt] = useState<Point | null>(null);
  const asker = useRef<HTMLElement | null>(null);
  const handlers = useMenuGesture(({ element, at: point }) => {
    const { activeElement } = document;
    const focused = activeElement instanceof HTMLElement && element.contains(activeElement) ? activeElement : null;
    asker.current = focused ?? element.querySelector<HTMLElement>("a, button") ?? element;
    const box = element.getBoundingClientRect();
    // A key has no place of its own.
    setAt(point.x === 0 && point.y === 0 ? { x: box.left + 8, y: box.bottom } : point);
    return true;
  });
  /** The focus goes back to what the menu was of, unless the act has taken it. */
  const close = () => {
    setAt(null);
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) asker.current?.focus({ preventScroll: true });
    });
  };
  return { at, handlers, close };
}
