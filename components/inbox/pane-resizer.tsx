"use client";

import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { useStrings } from "../language/use-strings.ts";

export const listWidth = { min: 300, initial: 380, max: 620 };

export type PaneResizerProps = { width: number; onWidth: (width: number) => void };

/** The edge of the list: dragged, moved by arrow keys, put back by a double click. */
export function PaneResizer({ width, onWidth }: PaneResizerProps) {
  const strings = useStrings();
  const start = useRef<{ x: number; width: number } | null>(null);
  const set = (next: number) => onWidth(Math.round(Math.min(listWidth.max, Math.max(listWidth.min, next))));
  const handleDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const handleMove = (event: PointerEvent) => {
    if (start.current) set(start.current.width + event.clientX - start.current.x);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(width + step);
  };
  return (
    // A separator that can be moved is a control (WAI-ARIA, window splitter).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <hr
      aria-orientation="vertical"
      aria-label={strings.inbox.resizeList}
      aria-valuenow={width}
      aria-valuemin={listWidth.min}
      aria-valuemax={listWidth.max}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={() => (start.current = null)}
      onKeyDown={handleKeyDown}
      onDoubleClick={() => onWidth(listWidth.initial)}
      className="absolute inset-y-0 h-auto border-0 -right-1 z-10 w-2 cursor-col-resize touch-none hover:bg-accent/20 max-pair:hidden"
    />
  );
}
