"use client";

import { useId } from "react";
import { cn } from "#lib/cn";

export type RadioCardsProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; hint?: string }[];
  onValueChange: (value: Value) => void;
  /** Where the heading above says the same. */
  hidesLabel?: boolean;
  className?: string;
};

/** One of a few that need a sentence each. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, value, options, onValueChange, hidesLabel = false, className } = props;
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className={hidesLabel ? "sr-only" : "mb-1 text-xs text-ink-2"}>{label}</legend>
      <div className={cn("grid gap-2", className)}>
        {options.map((option) => (
          <label
            key={option.value}
            className={cn(
              "flex items-start gap-2.5 rounded-md border px-3 py-2",
              option.value === value ? "border-accent bg-accent-soft" : "border-line-strong hover:bg-hover",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent",
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValueChange(option.value)}
              className="mt-[3px] size-3.5 shrink-0 accent-accent outline-none"
            />
            <span className="flex min-w-0 flex-col">
              <span className="text-ink">{option.label}</span>
              {option.hint !== undefined && <span className="text-xs text-pretty text-ink-2">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
