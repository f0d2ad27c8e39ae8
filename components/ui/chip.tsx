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
  className?: string;
};

export function Chip(props: ChipProps) {
  const { children, color, size = "sm", tone = "default", start, onRemove, removeLabel, className } = props;
  return (
    <span
      className={cn(
        "inline-flex max-w-full min-w-0 items-center gap-[5px] rounded-full border px-[7px] whitespace-nowrap text-ink-2",
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
          className="-mr-1 grid size-4 place-items-center rounded-full text-ink-3 hover:bg-hover hover:text-ink"
        >
          <X aria-hidden className="size-3!" />
        </button>
      )}
    </span>
  );
}
