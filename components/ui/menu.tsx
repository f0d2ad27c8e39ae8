"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix, Slot } from "radix-ui";
import { useEffect, useRef, useState, type ComponentProps, type ReactNode, type Ref } from "react";
import { cn } from "#lib/cn";
import { Kbd } from "./kbd.tsx";
import { itemClasses, surfaceClasses } from "./menu-classes.ts";
import { portalTarget } from "./portal-target.ts";

export type MenuProps = {
  /** One button that opens it. */
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "end";
  side?: "top" | "bottom" | "right";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
};

/** Menus are opened far more rarely than their buttons are drawn: one that nobody else opens is made with the press that opens it. */
export function Menu(props: MenuProps) {
  return props.open === undefined ? <PressedMenu {...props} /> : <MadeMenu {...props} />;
}

const openingKeys = new Set(["Enter", " ", "ArrowDown"]);

function PressedMenu({ trigger, ...menu }: MenuProps) {
  const [press, setPress] = useState<Event | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  // Pressed again, for Radix to hear: how it was opened decides where the focus goes.
  useEffect(() => void (press && button.current?.dispatchEvent(press)), [press]);
  if (press) return <MadeMenu {...menu} trigger={trigger} buttonRef={button} />;
  return (
    <Slot.Root
      aria-haspopup="menu"
      aria-expanded={false}
      data-state="closed"
      onPointerDown={(event) => {
        if (event.button !== 0 || event.ctrlKey) return;
        event.preventDefault();
        setPress(new PointerEvent("pointerdown", event.nativeEvent));
      }}
      onKeyDown={(event) => {
        if (!openingKeys.has(event.key)) return;
        event.preventDefault();
        setPress(new KeyboardEvent("keydown", event.nativeEvent));
      }}
    >
      {trigger}
    </Slot.Root>
  );
}

function MadeMenu({
  trigger,
  children,
  align = "start",
  side = "bottom",
  open,
  onOpenChange,
  className,
  buttonRef,
}: MenuProps & { buttonRef?: Ref<HTMLButtonElement> }) {
  return (
    <Radix.Root
      modal={false}
      {...(open !== undefined && { open })}
      {...(onOpenChange !== undefined && { onOpenChange })}
    >
      <Radix.Trigger asChild ref={buttonRef}>
        {trigger}
      </Radix.Trigger>
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
