"use client";

import { useQuery } from "@tanstack/react-query";
import { inboxesOptions } from "#lib/query/agents";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { Dot } from "../../ui/dot.tsx";
import { useInboxFilter } from "../use-inbox-location.ts";
import { SidebarLabel, SidebarLink } from "./sidebar-link.tsx";

/** The team's inboxes; with a single one there is nothing to choose. */
export function InboxLinks() {
  const strings = useFirstStrings();
  const filter = useInboxFilter();
  const { data: inboxes = [] } = useQuery(inboxesOptions());
  if (inboxes.length < 2) return null;
  return (
    <section>
      <SidebarLabel>{strings.inbox.teamInboxes}</SidebarLabel>
      <ul className="flex flex-col gap-px">
        {inboxes.map((inbox) => (
          <li key={inbox.id}>
            <SidebarLink
              filter={{ view: "open", sort: "newest", inbox: inbox.id }}
              icon={<Dot color={inbox.color} shape="square" className="mx-1" />}
              label={inbox.name}
              isCurrent={filter.inbox === inbox.id}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
