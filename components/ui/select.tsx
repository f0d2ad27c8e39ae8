"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "#lib/cn";
import { itemClasses, surfaceClasses } from "./menu-classes.ts";

type SelectOption<Value extends string> = { value: Value; label: string; icon?: ReactNode; hint?: string };

export type SelectProps<Value extends string> = {
  value: Value | undefined;
  options: readonly SelectOption<Value>[];
  onValueChange: (value: Value) => void;
  /** Its name, where no label element names it. */
  label?: string;
  placeholder?: string;
  id?: string;
  disabled?: boolean;
  className?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

/** One of a short list. An empty string is not a value: leave `value` undefined instead. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, options, onValueChange, label, placeholder, className, disabled = false, ...rest } = props;
  const handleChange = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onValueChange(option.value);
  };
  return (
    <Radix.Root value={value ?? ""} onValueChange={handleChange} disabled={disabled}>
      <Radix.Trigger
        aria-label={label}
        className={cn(
          "inline-flex h-8 items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2.5 text-sm whitespace-nowrap",
          "text-ink-2 hover:bg-hover disabled:opacity-50 aria-invalid:border-bad data-placeholder:text-ink-3 [&_.lucide]:text-ink-3",
          className,
        )}
        {...rest}
      >
        <span className="flex min-w-0 items-center gap-1.5 truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <Radix.Icon className="ml-auto">
          <ChevronDown aria-hidden className="size-3!" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content position="popper" sideOffset={4} collisionPadding={8} className={surfaceClasses}>
          <Radix.Viewport className="max-h-80 min-w-(--radix-select-trigger-width)">
            {options.map((option) => (
              <Radix.Item key={option.value} value={option.value} className={itemClasses}>
                <Radix.ItemText>
                  <span className="flex items-center gap-1.5">
                    {option.icon}
                    {option.label}
                  </span>
                </Radix.ItemText>
                {option.hint !== undefined && <span className="text-xs text-ink-3">{option.hint}</span>}
                <Radix.ItemIndicator className="ml-auto pl-3">
                  <Check aria-hidden className="size-3.5!" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
