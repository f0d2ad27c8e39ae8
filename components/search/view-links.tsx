"use client";

import { useQuery } from "@tanstack/react-query";
import { Bookmark, Ellipsis, Pencil, Trash2, Users } from "lucide-react";
import { Suspense, useState, type MouseEvent } from "react";
import { toast } from "../ui/toast.ts";
import type { SavedView } from "#lib/contracts/search";
import { useRemoveView, viewsOptions } from "#lib/query/search";
import { SidebarLabel, SidebarLink } from "../inbox/sidebar/sidebar-link.tsx";
import { useInboxFilter } from "../inbox/use-inbox-location.ts";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { later } from "../ui/later.tsx";

const ViewDialog = later(async () => (await import("./view-dialog.tsx")).ViewDialog);

/** Saved searches in the sidebar: one's own and everybody's. */
export function SavedViewLinks() {
  const words = useStrings().search;
  const { data: views = [] } = useQuery(viewsOptions());
  if (views.length === 0) return null;
  return (
    <section>
      <SidebarLabel>{words.views}</SidebarLabel>
      <ul className="flex flex-col gap-px">
        {views.map((view) => (
          <SavedViewItem key={view.id} view={view} />
        ))}
      </ul>
    </section>
  );
}

function SavedViewItem({ view }: { view: SavedView }) {
  const words = useStrings().search;
  const { q } = useInboxFilter();
  const remove = useRemoveView();
  const [isEditing, setIsEditing] = useState(false);
  const [hasMenu, setHasMenu] = useState(false);
  const handleContextMenu = (event: MouseEvent) => {
    if (!view.own) return;
    event.preventDefault();
    setHasMenu(true);
  };
  const handleRemove = () => remove.mutate(view, { onError: () => toast.error(words.failed.removeView) });
  return (
    // The menu has a button of its own beside the link.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className="group/view relative" onContextMenu={handleContextMenu}>
      <SidebarLink
        filter={{ view: "all", sort: "newest", q: view.query }}
        icon={view.shared ? <Users aria-hidden /> : <Bookmark aria-hidden />}
        label={view.name}
        isCurrent={q === view.query}
        className={view.own ? "pr-8" : ""}
      />
      {view.own && (
        <Menu
          open={hasMenu}
          onOpenChange={setHasMenu}
          trigger={
            <IconButton
              icon={Ellipsis}
              size="sm"
              label={words.viewMenu(view.name)}
              className="absolute top-1/2 right-1 -translate-y-1/2 opacity-0 group-focus-within/view:opacity-100 group-hover/view:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100 @max-[8rem]/side:hidden"
            />
          }
        >
          <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setIsEditing(true)}>
            {words.renameView}
          </MenuItem>
          <MenuItem icon={<Trash2 aria-hidden />} isDanger onSelect={handleRemove}>
            {words.removeView}
          </MenuItem>
        </Menu>
      )}
      {isEditing && (
        <Suspense>
          <ViewDialog view={view} onClose={() => setIsEditing(false)} />
        </Suspense>
      )}
    </li>
  );
}
