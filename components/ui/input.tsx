import type { ComponentProps } from "react";
import { cn } from "#lib/cn";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return (
    <input
      className={cn(
        "h-8 pointer-coarse:h-10 w-full min-w-0 rounded-md border border-field bg-surface px-2.5 text-sm text-ink",
        "focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0",
        "disabled:opacity-50 aria-invalid:border-bad",
        className,
      )}
      {...rest}
    />
  );
}
