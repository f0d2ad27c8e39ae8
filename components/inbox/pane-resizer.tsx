"use client";

import { useFirstStrings } from "../language/use-first-strings.ts";
import { Resizer } from "../ui/resizer.tsx";

export const listWidth = { min: 300, initial: 380, max: 620 };
export const isListWidth = (value: unknown): value is number =>
  typeof value === "number" && value >= listWidth.min && value <= listWidth.max;

export type PaneResizerProps = { width: number; onWidth: (width: number) => void };

/** The edge of the list. */
export function PaneResizer({ width, onWidth }: PaneResizerProps) {
  const words = useFirstStrings().inbox;
  return (
    <Resizer
      label={words.resizeList}
      width={width}
      range={listWidth}
      onWidth={onWidth}
      className="-right-1 max-pair:hidden"
    />
  );
}
