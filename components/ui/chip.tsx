import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#lib/cn";
import { Dot } from "./dot.tsx";

export type ChipProps = {
  children: ReactNode;
  color?: number;
  size?: "sm" | "md";
  tone?: "default" | "warn" | "bad";
  /** Before the words, e.g. an avatar. */
  start?: ReactNode;
  onRemove?: () => void;
  removeLabel?: string;
  /** Shows the button only to who points at it or tabs to it. */
  hidesRemove?: boolean;
  className?: string;
};

export function Chip(props: ChipProps) {
  const {
    children,
    color,
    size = "sm",
    tone = "default",
    start,
    onRemove,
    removeLabel,
    hidesRemove = false,
    className,
  } = props;
  return (
    <span
      className={cn(
        "group/chip inline-flex max-w-full min-w-0 items-center gap-[5px] rounded-full border px-[7px] whitespace-nowrap text-ink-2",
        size === "sm" ? "h-5 text-2xs" : "h-6 text-xs",
        tone === "default" && "border-line",
        tone === "warn" && "border-warn bg-warn-soft",
        tone === "bad" && "border-bad bg-bad-soft",
        className,
      )}
    >
      {start}
      {color !== undefined && <Dot color={color} />}
      <span className="truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className={cn(
            "-mr-1 grid size-4 shrink-0 place-items-center overflow-hidden rounded-full text-ink-3 hover:bg-hover hover:text-ink",
            hidesRemove && "w-0 group-hover/chip:w-4 focus-visible:w-4 pointer-coarse:w-4",
          )}
        >
          <X aria-hidden className="size-3!" />
        </button>
      )}
    </span>
  );
}
