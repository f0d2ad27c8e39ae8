"use client";

import { useQuery } from "@tanstack/react-query";
import type { Tag } from "#lib/contracts/conversation";
import { countsOptions } from "#lib/query/conversations";
import { tagsOptions } from "#lib/query/tags";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { Dot } from "../../ui/dot.tsx";
import { later } from "../../ui/later.tsx";
import { useInboxFilter } from "../use-inbox-location.ts";
import { PlaceSpot } from "./place-spot.tsx";
import { usePlaceSpot } from "./use-place-spot.ts";
import { Count, SidebarLabel, SidebarLink } from "./sidebar-link.tsx";

const TagPlaceMenu = later(async () => (await import("./tag-place-menu.tsx")).TagPlaceMenu);

export function TagLinks() {
  const strings = useFirstStrings();
  const filter = useInboxFilter();
  const { data: tags = [] } = useQuery(tagsOptions());
  const { data: counts } = useQuery(countsOptions());
  if (tags.length === 0) return null;
  return (
    <section>
      <SidebarLabel>{strings.inbox.tags}</SidebarLabel>
      <ul className="flex flex-col gap-px">
        {tags.map((tag) => (
          <TagItem key={tag.id} tag={tag} isCurrent={filter.tag === tag.id} openCount={counts?.tags[String(tag.id)]} />
        ))}
      </ul>
    </section>
  );
}

type TagItemProps = { tag: Tag; isCurrent: boolean; openCount: number | undefined };

function TagItem({ tag, isCurrent, openCount }: TagItemProps) {
  const words = useFirstStrings().inbox;
  const { handlers, spot } = usePlaceSpot();
  return (
    // The menu has a button of its own beside the link.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className="group/place relative" {...handlers}>
      <SidebarLink
        filter={{ view: "open", sort: "newest", tag: tag.id }}
        icon={<Dot color={tag.color} />}
        label={tag.name}
        isCurrent={isCurrent}
        className="pointer-coarse:@min-[8rem]/side:pr-9"
        dropAct={{ kind: "tag", tag, on: true }}
        end={
          <span className="group-hover/place:invisible pointer-fine:group-focus-within/place:invisible">
            <Count value={openCount} />
          </span>
        }
      />
      <PlaceSpot {...spot} label={words.tagMenu(tag.name)}>
        <TagPlaceMenu {...spot} tag={tag} />
      </PlaceSpot>
    </li>
  );
}
