import type { ReactNode } from "react";
import { cn } from "#lib/cn";

export type KbdProps = {
  children: ReactNode;
  /** On a filled button it takes the button's own colour. */
  inverse?: boolean;
  className?: string;
};

export function Kbd({ children, inverse = false, className }: KbdProps) {
  return (
    <kbd
      aria-hidden
      className={cn(
        "inline-block min-w-4 pointer-coarse:hidden max-pair:hidden rounded-sm border px-1 text-center font-sans text-2xs",
        inverse ? "border-current/40" : "border-line bg-surface text-ink-3",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
