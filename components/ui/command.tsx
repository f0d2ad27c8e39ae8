"use client";

import { Command as Cmdk, useCommandState } from "cmdk";
import type { ReactNode } from "react";
import { cn } from "#lib/cn";
import { Kbd } from "./kbd.tsx";
import { itemClasses } from "./menu-classes.ts";

export type CommandProps = {
  /** What is found in it, for a screen reader. */
  label: string;
  placeholder: string;
  /** Said when nothing fits what was typed. */
  emptyText: string;
  size?: "md" | "lg";
  children: ReactNode;
};

/** A list that is searched by typing: in a palette, and in a combobox. */
export function Command({ label, placeholder, emptyText, size = "md", children }: CommandProps) {
  const isLarge = size === "lg";
  return (
    <Cmdk label={label} loop>
      <Cmdk.Input
        ref={takeFocus}
        placeholder={placeholder}
        className={cn(
          "w-full border-b border-line bg-transparent outline-none focus-visible:border-accent",
          isLarge ? "h-12 px-4 text-base" : "h-9 px-3 text-sm",
        )}
      />
      <Cmdk.List label={label} className={cn("overflow-y-auto", isLarge ? "max-h-[50dvh] p-1.5" : "max-h-72 p-1")}>
        <Nothing className={cn("text-center text-ink-3", isLarge ? "px-3 py-6" : "px-2 py-3 text-xs")}>
          {emptyText}
        </Nothing>
        {children}
      </Cmdk.List>
    </Cmdk>
  );
}

/** What it opens in looks for something to focus before this is loaded, and looks only once; first it notes where the focus came from. */
function takeFocus(input: HTMLInputElement | null): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== input) input?.focus({ preventScroll: true });
  });
}

/** cmdk's own is no option, and a listbox has to have one (WAI-ARIA 1.2, required owned elements). */
function Nothing({ className, children }: { className: string; children: ReactNode }) {
  const count = useCommandState((state) => state.filtered.count);
  if (count > 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option element belongs in a select
    <div role="option" aria-disabled aria-selected={false} className={className}>
      {children}
    </div>
  );
}

export function CommandGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Cmdk.Group
      heading={title}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Cmdk.Group>
  );
}

export type CommandItemProps = {
  /** What typing is compared with. */
  value: string;
  /** What else finds it. */
  keywords?: string[];
  onSelect: () => void;
  keys?: string | undefined;
  isChecked?: boolean;
  children: ReactNode;
};

export function CommandItem({ value, keywords, onSelect, keys, isChecked, children }: CommandItemProps) {
  return (
    <Cmdk.Item
      value={value}
      {...(keywords && { keywords })}
      onSelect={onSelect}
      {...(isChecked !== undefined && { "aria-checked": isChecked })}
      className={`${itemClasses} data-[selected=true]:bg-selected data-[selected=true]:text-ink`}
    >
      {children}
      {keys !== undefined && <Kbd className="ml-auto">{keys}</Kbd>}
    </Cmdk.Item>
  );
}
