"use client";

import { useRef, type MouseEvent, type PointerEvent } from "react";
import { longPressMs } from "../../ui/use-menu-gesture.ts";

/** How far a finger has to go before letting go does something, in pixels. */
const reach = 72;
/** Less than this may still become a tap or a scroll. */
const slack = 10;

type SwipeSide = "left" | "right";

export type UseSwipe = {
  /** What is swiped: the element under the finger that may move, and the words for what each side does. */
  targetOf: (element: Element) => { element: HTMLElement; words: Record<SwipeSide, string> } | null;
  onSwipe: (element: HTMLElement, side: SwipeSide) => void;
};

type Swipe = {
  element: HTMLElement;
  words: Record<SwipeSide, string>;
  x: number;
  y: number;
  begunAt: number;
  isMoving: boolean;
};

/**
 * A finger that moves something sideways. It writes to the element alone (`--swipe`, `data-swipe`), so that nothing is drawn again
 * while it moves; app/globals.css shows it. Mouse and pen are left alone: they have buttons for everything.
 */
export function useSwipe({ targetOf, onSwipe }: UseSwipe) {
  const swipe = useRef<Swipe | null>(null);
  const wasSwiped = useRef(false);

  const end = (event: PointerEvent, isDone: boolean) => {
    const current = swipe.current;
    swipe.current = null;
    if (!current?.isMoving) return;
    wasSwiped.current = true;
    const { element, x } = current;
    element.style.removeProperty("--swipe");
    delete element.dataset["swipe"];
    delete element.dataset["swipeReady"];
    const distance = event.clientX - x;
    if (isDone && Math.abs(distance) >= reach) onSwipe(element, distance > 0 ? "right" : "left");
  };

  return {
    onPointerDown: (event: PointerEvent) => {
      wasSwiped.current = false;
      if (event.pointerType !== "touch" || !event.isPrimary || !(event.target instanceof Element)) return;
      const target = targetOf(event.target);
      if (target)
        swipe.current = { ...target, x: event.clientX, y: event.clientY, begunAt: event.timeStamp, isMoving: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const current = swipe.current;
      if (!current) return;
      const [right, down] = [event.clientX - current.x, Math.abs(event.clientY - current.y)];
      if (!current.isMoving) {
        const hasRested = event.timeStamp - current.begunAt > longPressMs;
        if (down > slack || hasRested) swipe.current = null;
        if (Math.abs(right) <= slack || swipe.current === null) return;
        current.isMoving = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      const side: SwipeSide = right > 0 ? "right" : "left";
      const { element } = current;
      element.style.setProperty("--swipe", `${right}px`);
      element.dataset["swipe"] = side;
      element.dataset["swipeWords"] = current.words[side];
      element.toggleAttribute("data-swipe-ready", Math.abs(right) >= reach);
    },
    onPointerUp: (event: PointerEvent) => end(event, true),
    onPointerCancel: (event: PointerEvent) => end(event, false),
    // The finger that let go of a swiped row did not mean to open it.
    onClickCapture: (event: MouseEvent) => {
      if (!wasSwiped.current) return;
      wasSwiped.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
