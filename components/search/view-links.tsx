"use client";

import { useQuery } from "@tanstack/react-query";
import { Bookmark, Users } from "lucide-react";
import { Suspense, useState, type MouseEvent } from "react";
import type { SavedView } from "#lib/contracts/search";
import { viewsOptions } from "#lib/query/search";
import { SidebarLabel, SidebarLink } from "../inbox/sidebar/sidebar-link.tsx";
import { useInboxFilter } from "../inbox/use-inbox-location.ts";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { later } from "../ui/later.tsx";
import { MenuSpot } from "../ui/menu-spot.tsx";

const ViewMenu = later(async () => (await import("./view-menu.tsx")).ViewMenu);
const ViewDialog = later(async () => (await import("./view-dialog.tsx")).ViewDialog);

const buttonClasses =
  "absolute top-1/2 right-1 -translate-y-1/2 opacity-0 group-focus-within/view:opacity-100 group-hover/view:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100 @max-[8rem]/side:hidden";

/** Saved searches in the sidebar: one's own and everybody's. */
export function SavedViewLinks() {
  const words = useFirstStrings().search;
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
  const words = useFirstStrings().search;
  const { q } = useInboxFilter();
  const [isEditing, setIsEditing] = useState(false);
  const [hasMenu, setHasMenu] = useState(false);
  const handleContextMenu = (event: MouseEvent) => {
    if (!view.own) return;
    event.preventDefault();
    setHasMenu(true);
  };
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
        <MenuSpot
          size="sm"
          label={words.viewMenu(view.name)}
          open={hasMenu}
          onOpenChange={setHasMenu}
          className={buttonClasses}
        >
          <ViewMenu
            view={view}
            open={hasMenu}
            onOpenChange={setHasMenu}
            onEdit={() => setIsEditing(true)}
            className={buttonClasses}
          />
        </MenuSpot>
      )}
      {isEditing && (
        <Suspense>
          <ViewDialog view={view} onClose={() => setIsEditing(false)} />
        </Suspense>
      )}
    </li>
  );
}
