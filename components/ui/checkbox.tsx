"use client";

import type { ComponentProps } from "react";
import { cn } from "#lib/cn";

export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "ref" | "checked" | "onChange"> & {
  /** Whether it is its owner's to say. */
  checked?: boolean | "indeterminate";
  onCheckedChange?: (checked: boolean) => void;
};

export function Checkbox({ checked, onCheckedChange, className, ...rest }: CheckboxProps) {
  return (
    <input
      {...rest}
      type="checkbox"
      ref={checked === "indeterminate" ? markIndeterminate : markDeterminate}
      {...(checked !== undefined && { checked: checked === true })}
      onChange={(event) => onCheckedChange?.(event.target.checked)}
      className={cn(
        "inline-grid size-4 shrink-0 appearance-none place-items-center rounded-sm border border-ink-3 bg-surface forced-colors:appearance-auto",
        "checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:opacity-50",
        "checked:before:size-2.5 checked:before:bg-accent-ink indeterminate:before:size-2.5 indeterminate:before:bg-accent-ink",
        "checked:before:[clip-path:polygon(13%_47%,0_61%,36%_94%,100%_22%,86%_9%,36%_67%)] indeterminate:before:[clip-path:inset(41%_4%)]",
        className,
      )}
    />
  );
}

// There is no attribute for it.
function markIndeterminate(input: HTMLInputElement | null): void {
  if (input) input.indeterminate = true;
}

function markDeterminate(input: HTMLInputElement | null): void {
  if (input) input.indeterminate = false;
}
