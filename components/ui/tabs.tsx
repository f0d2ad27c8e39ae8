"use client";

import { ToggleGroup } from "radix-ui";
import { cn } from "#lib/cn";

export type TabsProps<Value extends string> = {
  value: Value;
  options: readonly { value: Value; label: string }[];
  onValueChange: (value: Value) => void;
  /** What is being chosen. */
  label: string;
  className?: string;
};

/** A segmented choice of a few: one is always on. */
export function Tabs<Value extends string>({ value, options, onValueChange, label, className }: TabsProps<Value>) {
  const handleChange = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onValueChange(option.value);
  };
  return (
    <ToggleGroup.Root
      type="single"
      value={value}
      onValueChange={handleChange}
      aria-label={label}
      className={cn("flex gap-0.5", className)}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className="h-[26px] rounded-md px-[9px] text-ink-3 hover:text-ink-2 data-[state=on]:bg-hover data-[state=on]:text-ink"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
