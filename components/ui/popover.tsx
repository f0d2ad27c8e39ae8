"use client";

import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "#lib/cn";
import { surfaceClasses } from "./menu-classes.ts";
import { portalTarget } from "./portal-target.ts";

export type PopoverProps = {
  trigger: ReactNode;
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
  const { trigger, label, children, open, onOpenChange, align = "start", side = "bottom", className } = props;
  return (
    <Radix.Root {...(open !== undefined && { open })} {...(onOpenChange !== undefined && { onOpenChange })}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={portalTarget()}>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(surfaceClasses, "max-h-(--radix-popover-content-available-height) p-3", className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
