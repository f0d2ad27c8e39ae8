"use client";

import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn";

export type IconButtonProps = Omit<ComponentProps<"button">, "children"> & {
  icon: LucideIcon;
  /** What it does: its name for a screen reader, and its tooltip. */
  label: string;
  keys?: string | undefined;
  look?: "default" | "ghost";
  size?: "sm" | "md";
  tooltipSide?: "top" | "bottom" | "left" | "right";
};

export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, keys, look = "ghost", size = "md", tooltipSide, className, ...rest } = props;
  // What `Tooltip` would leave on it: there are many of these in every pane.
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={label}
      data-tip-keys={keys}
      data-tip-side={tooltipSide}
      className={cn(
        "inline-flex shrink-0 items-center justify-center rounded-md border text-ink-3 transition-colors duration-100",
        "hover:bg-hover hover:text-ink-2 disabled:opacity-50 aria-pressed:text-accent aria-expanded:bg-hover",
        look === "default" ? "border-line bg-surface" : "border-transparent",
        size === "sm" ? "size-6 pointer-coarse:size-8" : "size-7 pointer-coarse:size-9",
        className,
      )}
      {...rest}
    >
      <Icon aria-hidden />
    </button>
  );
}
