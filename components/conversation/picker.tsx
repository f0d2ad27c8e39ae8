"use client";

import { lazy, Suspense, useEffect } from "react";
import { Popover, type PopoverProps } from "../ui/popover.tsx";
import { whenIdle } from "../ui/when-idle.ts";
import type { PickerListProps } from "./picker-parts.tsx";

const load = () => import("./picker-parts.tsx");
const PickerList = lazy(async () => ({ default: (await load()).PickerList }));

/** Belongs inside a `Picker`. */
export const PickerItem = lazy(async () => ({ default: (await load()).PickerItem }));

export type PickerProps = Omit<PopoverProps, "children"> & PickerListProps;

/** A menu that is searched by typing. */
export function Picker({ placeholder, emptyText, children, ...popover }: PickerProps) {
  useEffect(() => whenIdle(load), []);
  return (
    <Popover {...popover} className="w-60 p-0">
      <Suspense>
        <PickerList label={popover.label} placeholder={placeholder} emptyText={emptyText}>
          {children}
        </PickerList>
      </Suspense>
    </Popover>
  );
}
