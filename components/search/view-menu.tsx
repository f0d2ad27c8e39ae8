"use client";

import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import type { SavedView } from "#lib/contracts/search";
import { useRemoveView } from "#lib/query/search";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { toast } from "../ui/toast.ts";

export type ViewMenuProps = {
  view: SavedView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onEdit: () => void;
};

/** What can be done with a saved search of one's own. */
export function ViewMenu({ view, open, onOpenChange, onEdit }: ViewMenuProps) {
  const words = useStrings().search;
  const remove = useRemoveView();
  const handleRemove = () => remove.mutate(view, { onError: () => toast.error(words.failed.removeView) });
  return (
    <Menu
      open={open}
      onOpenChange={onOpenChange}
      trigger={<IconButton icon={Ellipsis} size="sm" label={words.viewMenu(view.name)} />}
    >
      <MenuItem icon={<Pencil aria-hidden />} onSelect={onEdit}>
        {words.renameView}
      </MenuItem>
      <MenuItem icon={<Trash2 aria-hidden />} isDanger onSelect={handleRemove}>
        {words.removeView}
      </MenuItem>
    </Menu>
  );
}
