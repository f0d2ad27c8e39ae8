"use client";

import { ContextMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "#lib/cn";
import { Kbd } from "./kbd.tsx";
import { itemClasses, surfaceClasses } from "./menu-classes.ts";
import { portalTarget } from "./portal-target.ts";

export type ContextMenuProps = {
  /** One element; a right click, a long press or the menu key on it opens the menu. */
  children: ReactNode;
  items: ReactNode;
  onOpenChange?: (open: boolean) => void;
};

/** Never the only way to anything in it. */
export function ContextMenu({ children, items, onOpenChange }: ContextMenuProps) {
  return (
    <Radix.Root modal={false} {...(onOpenChange !== undefined && { onOpenChange })}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={portalTarget()}>
        <Radix.Content
          collisionPadding={8}
          className={cn(surfaceClasses, "max-h-(--radix-context-menu-content-available-height)")}
        >
          {items}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export type ContextMenuItemProps = {
  icon?: ReactNode;
  keys?: string | undefined;
  isDanger?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

export function ContextMenuItem({ icon, keys, isDanger = false, onSelect, children }: ContextMenuItemProps) {
  return (
    <Radix.Item className={cn(itemClasses, isDanger && "text-bad data-highlighted:text-bad")} onSelect={onSelect}>
      {icon}
      <span className="min-w-0 truncate">{children}</span>
      {keys !== undefined && <Kbd className="ml-auto">{keys}</Kbd>}
    </Radix.Item>
  );
}

export function ContextMenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
