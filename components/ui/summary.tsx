import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#lib/cn";

/** The line of a `<details className="group">` that is always seen, marked as all that unfolds here is. */
export function Summary({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <summary
      className={cn(
        "flex w-fit cursor-default items-center gap-1 rounded-sm hover:text-ink [&::-webkit-details-marker]:hidden",
        className,
      )}
    >
      <ChevronRight aria-hidden className="size-3.5! text-ink-3 group-open:rotate-90" />
      {children}
    </summary>
  );
}
