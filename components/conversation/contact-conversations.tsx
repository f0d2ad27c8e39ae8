"use client";

import { useQuery } from "@tanstack/react-query";
import { contactConversationsOptions } from "#lib/query/contacts";
import { InboxLink } from "../inbox/inbox-link.tsx";
import { useStrings } from "../language/use-strings.ts";
import { useInboxFilter } from "../inbox/use-inbox-location.ts";
import { Dot } from "../ui/dot.tsx";
import { Time } from "../ui/time.tsx";
import { statusTones } from "./status-menu.tsx";

/** What else this address wrote. */
export function ContactConversations({ address, exceptId }: { address: string; exceptId: number }) {
  const strings = useStrings();
  const filter = useInboxFilter();
  const { data: rows } = useQuery(contactConversationsOptions(address));
  const others = rows?.filter((row) => row.id !== exceptId) ?? [];
  if (rows && others.length === 0) return <p className="text-xs text-ink-3">{strings.conversation.context.noOthers}</p>;
  return (
    <ul>
      {others.map((row) => (
        <li key={row.id}>
          <InboxLink
            filter={filter}
            conversationId={row.id}
            className="-mx-1 flex items-baseline gap-2 rounded-sm px-1 py-[3px] text-ink-2 hover:bg-hover"
          >
            <Dot
              tone={statusTones[row.status]}
              label={strings.conversation.statuses[row.status]}
              className="self-center"
            />
            <bdi className="truncate">{row.subject || strings.inbox.noSubject}</bdi>
            <Time instant={row.lastMessageAt} className="ml-auto text-xs whitespace-nowrap tabular-nums text-ink-3" />
          </InboxLink>
        </li>
      ))}
    </ul>
  );
}
