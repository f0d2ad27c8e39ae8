"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "#lib/cn";
import { Kbd } from "./kbd.tsx";
import { itemClasses, surfaceClasses } from "./menu-classes.ts";
import { portalTarget } from "./portal-target.ts";

export type MenuProps = {
  /** One button that opens it. */
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "end";
  side?: "top" | "bottom";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
};

export function Menu({
  trigger,
  children,
  align = "start",
  side = "bottom",
  open,
  onOpenChange,
  className,
}: MenuProps) {
  return (
    <Radix.Root
      modal={false}
      {...(open !== undefined && { open })}
      {...(onOpenChange !== undefined && { onOpenChange })}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={portalTarget()}>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(surfaceClasses, "max-h-(--radix-dropdown-menu-content-available-height)", className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export type MenuItemProps = Omit<ComponentProps<typeof Radix.Item>, "asChild"> & {
  icon?: ReactNode;
  keys?: string | undefined;
  isDanger?: boolean;
};

export function MenuItem({ icon, keys, isDanger = false, className, children, ...rest }: MenuItemProps) {
  return (
    <Radix.Item className={cn(itemClasses, isDanger && "text-bad data-highlighted:text-bad", className)} {...rest}>
      {icon}
      <span className="min-w-0 truncate">{children}</span>
      {keys !== undefined && <Kbd className="ml-auto">{keys}</Kbd>}
    </Radix.Item>
  );
}

export type MenuCheckItemProps = ComponentProps<typeof Radix.CheckboxItem> & { icon?: ReactNode };

/** One that can be on or off; of several that exclude one another, give the chosen one `checked`. */
export function MenuCheckItem({ icon, className, children, ...rest }: MenuCheckItemProps) {
  return (
    <Radix.CheckboxItem className={cn(itemClasses, className)} {...rest}>
      {icon}
      <span className="min-w-0 truncate">{children}</span>
      <Radix.ItemIndicator className="ml-auto pl-3">
        <Check aria-hidden className="size-3.5!" />
      </Radix.ItemIndicator>
    </Radix.CheckboxItem>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-0.5 text-2xs text-ink-3">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
