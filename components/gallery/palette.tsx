"use client";

import { Command, CommandGroup, CommandItem } from "../ui/command.tsx";
import { Modal } from "../ui/modal.tsx";

export type PaletteProps = { open: boolean; onOpenChange: () => void };

/** The large command list in its modal. */
export function Palette({ open, onOpenChange }: PaletteProps) {
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      title="Commands"
      className="top-[14dvh] left-1/2 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-lg"
    >
      <Command label="Commands" placeholder="What do you want to do?" emptyText="No command of that name." size="lg">
        <CommandGroup title="Conversations">
          <CommandItem value="Close" keys="e" onSelect={onOpenChange}>
            Close
          </CommandItem>
          <CommandItem value="Archive" keys="y" onSelect={onOpenChange}>
            Archive
          </CommandItem>
        </CommandGroup>
      </Command>
    </Modal>
  );
}
