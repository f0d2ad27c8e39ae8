"use client";

import { useQuery } from "@tanstack/react-query";
import { Copy, Search } from "lucide-react";
import type { ReactNode } from "react";
import { toast } from "../../ui/toast.ts";
import type { MailAddress } from "#lib/contracts/address";
import { contactOptions } from "#lib/query/contacts";
import { InboxLink } from "../../inbox/inbox-link.tsx";
import { nameOf } from "../../inbox/list/senders-of.ts";
import { useStrings } from "../../language/use-strings.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Time } from "../../ui/time.tsx";
import { ContactConversations } from "../contact-conversations.tsx";

/** Who somebody is to the team: since when, how often, and about what else. */
export function ContactFacts({ person, exceptId }: { person: MailAddress; exceptId: number }) {
  const strings = useStrings();
  const words = strings.conversation.contact;
  const { data: contact } = useQuery(contactOptions(person.address));
  const name = nameOf(strings, person);
  const copy = async () => {
    await navigator.clipboard.writeText(person.address);
    toast(words.copied);
  };
  const timeOf = (instant: string | null) =>
    instant ? <Time instant={instant} className="tabular-nums" /> : words.never;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-2.5">
        <Avatar name={name} seed={person.address} size="lg" />
        <div className="min-w-0">
          <bdi className="block truncate text-left font-strong">{name}</bdi>
          <p className="text-xs wrap-anywhere text-ink-3 select-text">{person.address}</p>
        </div>
      </div>
      <dl className="grid min-h-15 grid-cols-[88px_minmax(0,1fr)] gap-y-0.5">
        {contact && (
          <>
            <Fact label={words.firstMail}>{timeOf(contact.firstMailAt)}</Fact>
            <Fact label={words.lastMail}>{timeOf(contact.lastMailAt)}</Fact>
            <Fact label={words.mails}>{words.counts(contact.mailCount, contact.conversationCount)}</Fact>
          </>
        )}
      </dl>
      <ContactConversations address={person.address} exceptId={exceptId} />
      <div className="flex gap-2">
        <Button size="sm" onClick={() => void copy()}>
          <Copy aria-hidden />
          {words.copy}
        </Button>
        <Button size="sm" asChild>
          <InboxLink filter={{ view: "all", sort: "newest", q: `from:${person.address}` }}>
            <Search aria-hidden />
            {words.search}
          </InboxLink>
        </Button>
      </div>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
