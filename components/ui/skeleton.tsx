import { cn } from "#lib/cn";

/** A grey bar in the shape of what comes; give it its width and height. Announce loading on the region, not here. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block h-3 animate-wait rounded-sm bg-hover", className)} />;
}
