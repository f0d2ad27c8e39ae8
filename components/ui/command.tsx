"use client";

import { Command as Cmdk, useCommandState } from "cmdk";
import { createContext, use, useState, type ReactNode } from "react";
import { cn } from "#lib/cn";
import { commandFieldClasses, type CommandSize } from "./command-field.ts";
import { Kbd } from "./kbd.tsx";
import { itemClasses } from "./menu-classes.ts";

export type CommandProps = {
  /** What is found in it, for a screen reader. */
  label: string;
  placeholder: string;
  /** Said when nothing fits what was typed. */
  emptyText: string;
  size?: CommandSize;
  /** What was typed before it was there. */
  initialText?: string;
  children: ReactNode;
};

const CommandText = createContext("");

/** What has been typed into the command list around this. It is known before the list has looked for it, so that what it brings is looked at, too. */
export function useCommandText(): string {
  return use(CommandText);
}

/** A list that is searched by typing: in a palette, and in a combobox. */
export function Command({ label, placeholder, emptyText, size = "md", initialText = "", children }: CommandProps) {
  const [text, setText] = useState(initialText);
  const isLarge = size === "lg";
  return (
    <Cmdk label={label} loop>
      <Cmdk.Input
        ref={takeLeftFocus}
        value={text}
        onValueChange={setText}
        placeholder={placeholder}
        className={commandFieldClasses[size]}
      />
      <Cmdk.List label={label} className={cn("overflow-y-auto", isLarge ? "max-h-[50dvh] p-1.5" : "max-h-72 p-1")}>
        <Nothing className={cn("text-center text-ink-3", isLarge ? "px-3 py-6" : "px-2 py-3 text-xs")}>
          {emptyText}
        </Nothing>
        <CommandText value={text}>{children}</CommandText>
      </Cmdk.List>
    </Cmdk>
  );
}

/** The field that stood in for this one has just gone, and the focus with it. Where there was none, what it opens in sees to the focus. */
function takeLeftFocus(input: HTMLInputElement | null): void {
  if (document.activeElement === document.body) input?.focus({ preventScroll: true });
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
      // What keeps a word on one line is not typed.
      value={value.replaceAll("\u2060", "")}
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
