"use client";

import { useId, type ReactNode } from "react";
import { Checkbox } from "../ui/checkbox.tsx";

export type CheckListProps = {
  label: string;
  hint?: string;
  options: readonly { id: number; label: string; start?: ReactNode; hint?: string }[];
  checkedIds: readonly number[];
  onChange: (ids: number[]) => void;
};

/** Any of a list. */
export function CheckList({ label, hint, options, checkedIds, onChange }: CheckListProps) {
  const id = useId();
  const toggle = (optionId: number, isChecked: boolean) =>
    onChange(isChecked ? [...checkedIds, optionId] : checkedIds.filter((other) => other !== optionId));
  return (
    <fieldset className="flex min-w-0 flex-col gap-1" aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend className="mb-1 text-xs text-ink-2">{label}</legend>
      <ul className="max-h-56 overflow-y-auto rounded-md border border-line-strong p-1">
        {options.map((option) => (
          <li key={option.id}>
            <label
              htmlFor={`${id}-${option.id}`}
              className="flex min-h-8 items-center gap-2.5 rounded-md px-2 hover:bg-hover"
            >
              <Checkbox
                id={`${id}-${option.id}`}
                checked={checkedIds.includes(option.id)}
                onCheckedChange={(checked) => toggle(option.id, checked)}
              />
              {option.start}
              <span className="max-w-3/5 shrink-0 truncate">{option.label}</span>
              {option.hint !== undefined && <span className="truncate text-xs text-ink-3">{option.hint}</span>}
            </label>
          </li>
        ))}
      </ul>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
