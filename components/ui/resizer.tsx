"use client";

import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { cn } from "#lib/cn";

export type ResizerProps = {
  /** What it makes wider: "Width of the list". */
  label: string;
  /** In pixels. */
  width: number;
  range: { min: number; initial: number; max: number };
  onWidth: (width: number) => void;
  className?: string;
};

/** The edge of a pane: dragged, moved by arrow keys, put back by a double click. */
export function Resizer({ label, width, range, onWidth, className }: ResizerProps) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const set = (next: number) => onWidth(Math.round(Math.min(range.max, Math.max(range.min, next))));
  const handleDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const handleMove = (event: PointerEvent) => {
    if (start.current) set(start.current.width + event.clientX - start.current.x);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const wanted = { ArrowLeft: width - 16, ArrowRight: width + 16, Home: range.min, End: range.max }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    set(wanted);
  };
  return (
    // A separator that can be moved is a control (WAI-ARIA, window splitter).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <hr
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={range.min}
      aria-valuemax={range.max}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
      onKeyDown={handleKeyDown}
      onDoubleClick={() => onWidth(range.initial)}
      className={cn(
        "absolute inset-y-0 z-10 h-auto w-2 cursor-col-resize touch-none border-0 hover:bg-accent/20 focus-visible:bg-accent/20",
        className,
      )}
    />
  );
}
