import type { ReactNode } from "react";
import { cn } from "#lib/cn";

const tones = {
  default: "bg-hover text-ink-2",
  accent: "bg-accent-soft text-accent",
  good: "bg-hover text-good",
  warn: "bg-warn-soft text-ink-2",
  bad: "bg-bad-soft text-bad",
};

export type BadgeProps = { children: ReactNode; tone?: keyof typeof tones; className?: string };

export function Badge({ children, tone = "default", className }: BadgeProps) {
  return (
    <span
      className={cn(
        "inline-flex h-[18px] items-center rounded-sm px-1.5 text-2xs whitespace-nowrap",
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
