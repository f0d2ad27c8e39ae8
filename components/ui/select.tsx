"use client";

import { Check, ChevronDown } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import { useId, type ReactNode } from "react";
import { cn } from "#lib/cn";
import { itemClasses, surfaceClasses } from "./menu-classes.ts";
import { portalTarget } from "./portal-target.ts";

type SelectOption<Value extends string> = { value: Value; label: string; icon?: ReactNode; hint?: string };

export type SelectProps<Value extends string> = {
  value: Value | undefined;
  options: readonly SelectOption<Value>[];
  onValueChange: (value: Value) => void;
  /** Its name, where no field names it. */
  label?: string;
  placeholder?: string;
  id?: string;
  disabled?: boolean;
  className?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

/**
 * One of a short list: a button that says its name and what is chosen, over a menu of the choices. Radix' own select hides the rest of
 * the page from screen readers while it is open; this one does not.
 */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, options, onValueChange, label, placeholder, id, className, disabled = false } = props;
  const ownId = useId();
  const valueId = `${id ?? ownId}-value`;
  const chosen = options.find((option) => option.value === value);
  const handleChange = (wanted: string) => {
    const option = options.find((candidate) => candidate.value === wanted);
    if (option) onValueChange(option.value);
  };
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger
        id={id ?? ownId}
        disabled={disabled}
        aria-describedby={props["aria-describedby"]}
        data-invalid={props["aria-invalid"]}
        {...(label === undefined
          ? { "aria-labelledby": `${labelIdOf(id ?? ownId)} ${valueId}` }
          : { "aria-label": `${label}: ${chosen?.label ?? placeholder ?? ""}` })}
        className={cn(
          "inline-flex h-8 pointer-coarse:h-10 items-center gap-1.5 rounded-md border border-field bg-surface px-2.5 text-sm whitespace-nowrap",
          "text-ink-2 hover:bg-hover disabled:opacity-50 data-invalid:border-bad [&_.lucide]:text-ink-3",
          className,
        )}
      >
        <span id={valueId} className="flex min-w-0 items-center gap-1.5">
          {chosen?.icon}
          <span className={cn("truncate", !chosen && "text-ink-3")}>{chosen?.label ?? placeholder}</span>
        </span>
        <ChevronDown aria-hidden className="ml-auto size-3!" />
      </Radix.Trigger>
      <Radix.Portal container={portalTarget()}>
        <Radix.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className={cn(surfaceClasses, "max-h-80 min-w-(--radix-dropdown-menu-trigger-width)")}
        >
          <Radix.RadioGroup value={value ?? ""} onValueChange={handleChange}>
            {options.map((option) => (
              <Radix.RadioItem key={option.value} value={option.value} className={itemClasses}>
                {option.icon}
                <span>{option.label}</span>
                {option.hint !== undefined && <span className="text-xs text-ink-3">{option.hint}</span>}
                <Radix.ItemIndicator className="ml-auto pl-3">
                  <Check aria-hidden className="size-3.5!" />
                </Radix.ItemIndicator>
              </Radix.RadioItem>
            ))}
          </Radix.RadioGroup>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The label of the field around it. */
const labelIdOf = (id: string) => `${id}-label`;
