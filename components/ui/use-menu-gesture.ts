"use client";

import { useRef, type MouseEvent, type PointerEvent, type TouchEvent } from "react";
import type { Point } from "./point-menu.tsx";

/** A finger that rests as long as this asks for a menu. */
export const longPressMs = 550;
/** A finger is never quite still. */
const slackPx = 8;

/** Of what a menu was asked for, and where: 0, 0 if a key did. */
export type MenuAsk = { at: Point; element: HTMLElement; target: EventTarget };

/**
 * Hears that a menu is asked for: by a right click, by the menu key or Shift+F10 (browsers make a `contextmenu` of both), or by a long
 * press, of which Safari makes nothing. `onAsk` says whether there is one; else the browser shows its own, as it does with Shift held.
 */
export function useMenuGesture(onAsk: (ask: MenuAsk) => boolean) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; from: Point } | null>(null);
  const isLong = useRef(false);
  const release = () => {
    clearTimeout(press.current?.timer);
    press.current = null;
  };
  return {
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      release();
      if ((event.shiftKey && event.button === 2) || !isWithin(event)) return;
      const at = { x: event.clientX, y: event.clientY };
      if (!onAsk({ at, element: event.currentTarget, target: event.target })) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      release();
      isLong.current = false;
      if (event.pointerType !== "touch" || !event.isPrimary || !isWithin(event)) return;
      const { currentTarget: element, target } = event;
      const at = { x: event.clientX, y: event.clientY };
      const timer = setTimeout(() => (isLong.current = onAsk({ at, element, target })), longPressMs);
      press.current = { timer, from: at };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const { from } = press.current ?? {};
      if (from && Math.hypot(event.clientX - from.x, event.clientY - from.y) > slackPx) release();
    },
    onPointerUp: release,
    onPointerCancel: release,
    /** The finger that is lifted from the menu's place clicks on nothing, nor takes the focus that the menu has. */
    onTouchEnd: (event: TouchEvent<HTMLElement>) => {
      if (isLong.current) event.preventDefault();
      isLong.current = false;
    },
  };
}

/** React tells of what happens in a menu that hangs from it, too. */
function isWithin({ currentTarget, target }: MouseEvent<HTMLElement>): boolean {
  return target instanceof Node && currentTarget.contains(target);
}
