import type { ComponentProps } from "react";
import { cn } from "#lib/cn";

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      className={cn(
        "min-h-20 w-full rounded-md border border-field bg-surface px-2.5 py-1.5 text-sm text-ink",
        "focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0",
        "disabled:opacity-50 aria-invalid:border-bad",
        className,
      )}
      {...rest}
    />
  );
}
