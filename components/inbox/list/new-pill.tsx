"use client";

import { ArrowUp } from "lucide-react";
import { useFirstStrings } from "../../language/use-first-strings.ts";

/** Says that mail came in above what is in sight, and leads there. */
export function NewPill({ count, onClick }: { count: number; onClick: () => void }) {
  const strings = useFirstStrings();
  if (count === 0) return null;
  return (
    <button
      type="button"
      onClick={onClick}
      className="absolute top-2.5 left-1/2 z-10 flex -translate-x-1/2 animate-appear items-center gap-1 rounded-full bg-accent px-3 py-[3px] text-xs font-strong text-accent-ink shadow-float"
    >
      <ArrowUp aria-hidden className="size-3!" />
      {strings.inbox.newCount(count)}
    </button>
  );
}
