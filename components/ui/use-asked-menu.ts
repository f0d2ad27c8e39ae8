"use client";

import { useRef, useState, type MouseEvent, type PointerEvent } from "react";
import { isOwnMenuAsked } from "./is-own-menu-asked.ts";
import type { Point } from "./point-menu.tsx";

const longPressMs = 550;
/** A finger is never quite still. */
const slackPx = 8;

/**
 * Where a menu was asked for: by a right click, by the menu key or Shift+F10 (browsers make a `contextmenu` of both), or by a long press, of
 * which Safari makes nothing.
 */
export function useAskedMenu() {
  const [at, setAt] = useState<Point | null>(null);
  const asker = useRef<HTMLElement | null>(null);
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; from: Point } | null>(null);
  const isLong = useRef(false);
  const ask = (element: HTMLElement, point: Point) => {
    const { activeElement } = document;
    const focused = activeElement instanceof HTMLElement && element.contains(activeElement) ? activeElement : null;
    asker.current = focused ?? element.querySelector<HTMLElement>("a, button") ?? element;
    const box = element.getBoundingClientRect();
    // A key has no place of its own.
    setAt(point.x === 0 && point.y === 0 ? { x: box.left + 8, y: box.bottom } : point);
  };
  const release = () => {
    clearTimeout(press.current?.timer);
    press.current = null;
  };
  const handlers = {
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      if (!isOwnMenuAsked(event)) return;
      event.preventDefault();
      event.stopPropagation();
      release();
      ask(event.currentTarget, { x: event.clientX, y: event.clientY });
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== "touch") return;
      const { currentTarget } = event;
      const from = { x: event.clientX, y: event.clientY };
      const open = () => {
        isLong.current = true;
        ask(currentTarget, from);
      };
      isLong.current = false;
      press.current = { from, timer: setTimeout(open, longPressMs) };
    },
    /** The finger that is lifted from the menu's place clicks on nothing. */
    onClickCapture: (event: MouseEvent<HTMLElement>) => {
      if (!isLong.current) return;
      isLong.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const { from } = press.current ?? {};
      if (from && Math.hypot(event.clientX - from.x, event.clientY - from.y) > slackPx) release();
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
  /** The focus goes back to what the menu was of, unless the act has taken it. */
  const close = () => {
    setAt(null);
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) asker.current?.focus({ preventScroll: true });
    });
  };
  return { at, handlers, close };
}
