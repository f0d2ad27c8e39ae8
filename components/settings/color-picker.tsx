"use client";

import { useId } from "react";
import { useStrings } from "../language/use-strings.ts";
import { Dot } from "../ui/dot.tsx";

export type ColorPickerProps = { color: number; onColorChange: (color: number) => void };

/** One of the twelve colours that people tell things apart by. */
export function ColorPicker({ color, onColorChange }: ColorPickerProps) {
  const words = useStrings().settings;
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-xs text-ink-2">{words.color}</legend>
      <div className="flex flex-wrap gap-1">
        {words.colors.map((label, index) => (
          <label
            key={label}
            title={label}
            className="grid size-8 place-items-center rounded-md border border-transparent hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              aria-label={label}
              checked={index === color}
              onChange={() => onColorChange(index)}
              className="sr-only"
            />
            <Dot color={index} className="size-3.5" />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
