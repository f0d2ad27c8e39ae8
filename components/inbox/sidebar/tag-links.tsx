"use client";

import { useQuery } from "@tanstack/react-query";
import { countsOptions } from "#lib/query/conversations";
import { tagsOptions } from "#lib/query/tags";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { Dot } from "../../ui/dot.tsx";
import { useInboxFilter } from "../use-inbox-location.ts";
import { Count, SidebarLabel, SidebarLink } from "./sidebar-link.tsx";

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
          <li key={tag.id}>
            <SidebarLink
              filter={{ view: "open", sort: "newest", tag: tag.id }}
              icon={<Dot color={tag.color} />}
              label={tag.name}
              isCurrent={filter.tag === tag.id}
              dropAct={{ kind: "tag", tag, on: true }}
              end={<Count value={counts?.tags[String(tag.id)]} />}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
