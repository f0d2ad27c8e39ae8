"use client";

import { Slot } from "radix-ui";
import { useEffect, useState, type ComponentType } from "react";
import { preloadCombobox } from "../ui/combobox.tsx";
import { whenIdle } from "../ui/when-idle.ts";
import type { TargetMenuProps } from "./target-menu.ts";

export type HeadMenuProps = TargetMenuProps & { menu: ComponentType<TargetMenuProps> };

/** One of the menus of a head or a bar: made when it is first asked for, as its button is drawn far more often. */
export function HeadMenu({ menu: Menu, trigger, ...target }: HeadMenuProps) {
  const { open, onOpenChange } = target;
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  useEffect(() => whenIdle(preloadCombobox), []);
  if (open || wasOpen) return <Menu {...target} trigger={trigger} />;
  return (
    <Slot.Root aria-haspopup="dialog" aria-expanded={false} onClick={() => onOpenChange(true)}>
      {trigger}
    </Slot.Root>
  );
}
