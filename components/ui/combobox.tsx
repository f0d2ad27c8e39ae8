"use client";

import { useEffect } from "react";
import type { CommandProps } from "./command.tsx";
import { later } from "./later.tsx";
import { Popover, type PopoverProps } from "./popover.tsx";
import { TypedAhead } from "./typed-ahead.tsx";
import { whenIdle } from "./when-idle.ts";

const Command = later(async () => (await import("./command.tsx")).Command);

/** Belongs inside a `Combobox`. */
export const ComboboxItem = later(async () => (await import("./command.tsx")).CommandItem);

export type ComboboxProps = Omit<PopoverProps, "className"> & Pick<CommandProps, "placeholder" | "emptyText">;

/** A menu that is searched by typing; loaded after the page, before it is asked for. */
export function Combobox({ placeholder, emptyText, children, ...popover }: ComboboxProps) {
  useEffect(() => whenIdle(preloadCombobox), []);
  const { label } = popover;
  return (
    <Popover {...popover} className="w-60 p-0">
      <TypedAhead label={label} placeholder={placeholder}>
        {(typed) => (
          <Command label={label} placeholder={placeholder} emptyText={emptyText} initialText={typed}>
            {children}
          </Command>
        )}
      </TypedAhead>
    </Popover>
  );
}

/** Loads what is searched in it before it is asked for. */
export function preloadCombobox(): void {
  Command.preload();
  ComboboxItem.preload();
}
