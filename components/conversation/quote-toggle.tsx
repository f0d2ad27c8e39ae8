"use client";

import { Ellipsis } from "lucide-react";
import { useStrings } from "../language/use-strings.ts";

export function QuoteToggle({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  const strings = useStrings();
  const label = isOpen ? strings.conversation.hideQuoted : strings.conversation.showQuoted;
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-label={label}
      title={label}
      onClick={onToggle}
      className="relative mt-2.5 flex h-3.5 w-7 items-center justify-center rounded-full bg-hover text-ink-3 after:absolute after:-inset-1.5 hover:text-ink"
    >
      <Ellipsis aria-hidden className="size-4!" />
    </button>
  );
}
