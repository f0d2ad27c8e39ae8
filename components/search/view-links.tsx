"use client";

import { useQuery } from "@tanstack/react-query";
import { Bookmark, Users } from "lucide-react";
import { Suspense, useState } from "react";
import type { SavedView } from "#lib/contracts/search";
import { viewsOptions } from "#lib/query/search";
import { PlaceSpot } from "../inbox/sidebar/place-spot.tsx";
import { SidebarLabel, SidebarLink } from "../inbox/sidebar/sidebar-link.tsx";
import { usePlaceSpot } from "../inbox/sidebar/use-place-spot.ts";
import { useInboxFilter } from "../inbox/use-inbox-location.ts";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { later } from "../ui/later.tsx";

const ViewMenu = later(async () => (await import("./view-menu.tsx")).ViewMenu);
const ViewDialog = later(async () => (await import("./view-dialog.tsx")).ViewDialog);

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
  const { handlers, spot } = usePlaceSpot(view.own);
  return (
    // The menu has a button of its own beside the link.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className="group/place relative" {...handlers}>
      <SidebarLink
        filter={{ view: "all", sort: "newest", q: view.query }}
        icon={view.shared ? <Users aria-hidden /> : <Bookmark aria-hidden />}
        label={view.name}
        isCurrent={q === view.query}
        className={view.own ? "pr-8 pointer-coarse:pr-9" : ""}
      />
      {view.own && (
        <PlaceSpot {...spot} label={words.viewMenu(view.name)}>
          <ViewMenu {...spot} view={view} onEdit={() => setIsEditing(true)} />
        </PlaceSpot>
      )}
      {isEditing && (
        <Suspense>
          <ViewDialog view={view} onClose={() => setIsEditing(false)} />
        </Suspense>
      )}
    </li>
  );
}
