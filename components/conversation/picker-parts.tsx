"use client";

import { Command } from "cmdk";
import type { ReactNode } from "react";
import { itemClasses } from "../ui/menu-classes.ts";

export type PickerListProps = { label: string; placeholder: string; emptyText: string; children: ReactNode };

export function PickerList({ label, placeholder, emptyText, children }: PickerListProps) {
  return (
    <Command label={label} loop>
      <Command.Input
        placeholder={placeholder}
        // A menu that was opened to be searched.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="h-9 w-full border-b border-line bg-transparent px-3 text-sm outline-none"
      />
      <Command.List className="max-h-72 overflow-y-auto p-1">
        <Command.Empty className="px-2 py-3 text-center text-xs text-ink-3">{emptyText}</Command.Empty>
        {children}
      </Command.List>
    </Command>
  );
}

export type PickerItemProps = { value: string; onSelect: () => void; children: ReactNode; isChecked?: boolean };

export function PickerItem({ value, onSelect, children, isChecked }: PickerItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      {...(isChecked !== undefined && { "aria-checked": isChecked })}
      className={`${itemClasses} data-[selected=true]:bg-selected data-[selected=true]:text-ink`}
    >
      {children}
    </Command.Item>
  );
}
