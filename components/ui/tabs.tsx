"use client";

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a radio field would take the keys that act on the list */

import type { KeyboardEvent } from "react";
import { cn } from "#lib/cn";

export type TabsProps<Value extends string> = {
  value: Value;
  options: readonly { value: Value; label: string }[];
  onValueChange: (value: Value) => void;
  /** What is being chosen. */
  label: string;
  className?: string;
};

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A segmented choice of a few: one is always on, and the arrow keys go on to the next (ARIA APG, radio group). */
export function Tabs<Value extends string>({ value, options, onValueChange, label, className }: TabsProps<Value>) {
  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.value === value);
    const next = options[(at + step + options.length) % options.length];
    if (!next) return;
    onValueChange(next.value);
    event.currentTarget.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus();
  };
  return (
    <div
      role="radiogroup"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={handleKeyDown}
      className={cn("flex gap-0.5", className)}
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          data-value={option.value}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onValueChange(option.value)}
          className="h-[26px] pointer-coarse:h-9 rounded-md px-[9px] text-ink-3 hover:text-ink-2 aria-checked:bg-hover aria-checked:text-ink"
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
