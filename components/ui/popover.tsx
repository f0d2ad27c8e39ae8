"use client";

import { Popover as Radix } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { cn } from "#lib/cn";
import { surfaceClasses } from "./menu-classes.ts";
import { portalTarget } from "./portal-target.ts";

export type PopoverProps = {
  /** One button that opens it. */
  trigger?: ReactNode;
  /** What it hangs from, and gives the focus back to, where something else opens it. */
  hangsFrom?: RefObject<HTMLElement | null>;
  /** What it is, for a screen reader. */
  label: string;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  className?: string;
};

export function Popover(props: PopoverProps) {
  const {
    trigger,
    hangsFrom,
    label,
    children,
    open,
    onOpenChange,
    align = "start",
    side = "bottom",
    className,
  } = props;
  const handleCloseFocus = (event: Event) => {
    event.preventDefault();
    hangsFrom?.current?.focus();
  };
  return (
    <Radix.Root {...(open !== undefined && { open })} {...(onOpenChange !== undefined && { onOpenChange })}>
      {hangsFrom ? <Radix.Anchor virtualRef={hangsFrom} /> : <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal container={portalTarget()}>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          {...(hangsFrom && { onCloseAutoFocus: handleCloseFocus })}
          className={cn(surfaceClasses, "max-h-(--radix-popover-content-available-height) p-3", className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
