"use client";

import { Archive, Check, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { announce } from "../ui/announcer.tsx";
import { Button } from "../ui/button.tsx";
import { Combobox, ComboboxItem } from "../ui/combobox.tsx";
import { ContextMenu, ContextMenuItem, ContextMenuSeparator } from "../ui/context-menu.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Menu, MenuCheckItem, MenuItem, MenuLabel, MenuSeparator } from "../ui/menu.tsx";
import { Popover } from "../ui/popover.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { Palette } from "./palette.tsx";

/** What lies over the page; each has a button that opens it. */
export function Floating() {
  const [open, setOpen] = useState<"dialog" | "sheet" | "palette" | null>(null);
  const handleOpenChange = () => setOpen(null);
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <Menu trigger={<Button>Menu</Button>}>
        <MenuLabel>Conversation</MenuLabel>
        <MenuItem icon={<Archive aria-hidden />} keys="y">
          Archive
        </MenuItem>
        <MenuItem disabled>Not now</MenuItem>
        <MenuCheckItem checked>Two lines</MenuCheckItem>
        <MenuSeparator />
        <MenuItem icon={<Trash2 aria-hidden />} keys="#" isDanger>
          Move to trash
        </MenuItem>
      </Menu>
      <ContextMenu
        items={
          <>
            <ContextMenuItem icon={<Check aria-hidden />} keys="e" onSelect={() => announce("Closed")}>
              Close
            </ContextMenuItem>
            <ContextMenuSeparator />
            <ContextMenuItem icon={<Trash2 aria-hidden />} isDanger onSelect={() => announce("Moved to trash")}>
              Move to trash
            </ContextMenuItem>
          </>
        }
      >
        <Button>Context menu</Button>
      </ContextMenu>
      <Popover label="About this" trigger={<Button>Popover</Button>}>
        <p className="text-ink-2">What it says.</p>
      </Popover>
      <Combobox label="Assignee" placeholder="Find somebody" emptyText="Nobody." trigger={<Button>Combobox</Button>}>
        <ComboboxItem value="Ada Kern" isChecked onSelect={() => announce("Ada Kern")}>
          Ada Kern
        </ComboboxItem>
        <ComboboxItem value="Tom Okafor" onSelect={() => announce("Tom Okafor")}>
          Tom Okafor
        </ComboboxItem>
      </Combobox>
      <Button onClick={() => setOpen("dialog")}>Dialog</Button>
      <Dialog
        open={open === "dialog"}
        onOpenChange={handleOpenChange}
        title="Remove Support?"
        description="Nothing is deleted on the server."
        footer={
          <>
            <Button onClick={handleOpenChange}>Cancel</Button>
            <Button look="danger" onClick={handleOpenChange}>
              Remove
            </Button>
          </>
        }
      />
      <Button onClick={() => setOpen("sheet")}>Sheet</Button>
      <Sheet open={open === "sheet"} onOpenChange={handleOpenChange} title="More">
        <div className="flex flex-col gap-2 p-4">
          <Button size="lg" onClick={handleOpenChange}>
            Archive
          </Button>
        </div>
      </Sheet>
      <Button onClick={() => setOpen("palette")}>Command</Button>
      <Palette open={open === "palette"} onOpenChange={handleOpenChange} />
      <Button onClick={() => toast("Closed", { action: { label: "Undo", onClick: () => announce("Opened again") } })}>
        Toast
      </Button>
    </div>
  );
}
