import type { ReactNode } from "react";
import { cn } from "#lib/cn";

export type DottedProps = {
  /** What is null, false or empty is left out. */
  parts: readonly ReactNode[];
  /** Where a pair of panes has room, all is on one line that is cut at its end. */
  isCut?: boolean;
  className?: string;
};

/**
 * Facts on a line, with a dot between them. The dot stands in a margin before its fact, and that margin is cut off at the left edge: a
 * line that wraps neither ends nor begins with one.
 */
export function Dotted({ parts, isCut = false, className }: DottedProps) {
  const said = parts.filter((part) => part !== null && part !== undefined && part !== false && part !== "");
  return (
    <span className={cn("-ml-[0.8em] block [clip-path:inset(0_0_0_0.8em)]", isCut && "pair:truncate", className)}>
      {said.map((part, index) => (
        // They stand in a fixed order, and have no names.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className={cn("inline-block max-w-full pl-[0.8em]", isCut && "pair:inline")}>
          {index > 0 && <span className="-ml-[0.8em] inline-block w-[0.8em] text-center"> · </span>}
          {part}
        </span>
      ))}
    </span>
  );
}
