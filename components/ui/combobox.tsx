"use client";

import { lazy, Suspense, useEffect } from "react";
import type { CommandProps } from "./command.tsx";
import { Popover, type PopoverProps } from "./popover.tsx";
import { whenIdle } from "./when-idle.ts";

const load = () => import("./command.tsx");
const Command = lazy(async () => ({ default: (await load()).Command }));

/** Belongs inside a `Combobox`. */
export const ComboboxItem = lazy(async () => ({ default: (await load()).CommandItem }));

export type ComboboxProps = Omit<PopoverProps, "className"> & Pick<CommandProps, "placeholder" | "emptyText">;

/** A menu that is searched by typing; loaded after the page, before it is asked for. */
export function Combobox({ placeholder, emptyText, children, ...popover }: ComboboxProps) {
  useEffect(() => whenIdle(load), []);
  return (
    <Popover {...popover} className="w-60 p-0">
      <Suspense>
        <Command label={popover.label} placeholder={placeholder} emptyText={emptyText}>
          {children}
        </Command>
      </Suspense>
    </Popover>
  );
}
