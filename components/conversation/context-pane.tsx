"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ConversationDetail } from "#lib/contracts/conversation";
import { conversationOptions } from "#lib/query/conversations";
import { nameOf } from "../inbox/list/senders-of.ts";
import { useStrings } from "../language/use-strings.ts";
import { Avatar } from "../ui/avatar.tsx";
import { useAfterPaint } from "../ui/use-after-paint.ts";
import { ContactConversations } from "./contact-conversations.tsx";
import { ContextSection } from "./context-section.tsx";
import { Whereabouts } from "./whereabouts.tsx";

/** Who this is, what else they wrote, where it lies and why it is one conversation. */
export function ContextPane({ conversationId }: { conversationId: number }) {
  const words = useStrings().conversation.context;
  const { data: conversation, isError } = useQuery(conversationOptions(conversationId));
  // The mail is seen first, and its key answered; who wrote it comes in the frame after.
  const isSeen = useAfterPaint(conversation?.id ?? null);
  if (isError) return null;
  return (
    <aside
      aria-label={words.title}
      className="flex w-75 shrink-0 flex-col border-l border-line bg-surface max-wide:hidden"
    >
      {conversation && isSeen && <Contact conversation={conversation} />}
    </aside>
  );
}

function Contact({ conversation }: { conversation: ConversationDetail }) {
  const strings = useStrings();
  const words = strings.conversation.context;
  const [contact, ...others] = conversation.participants;
  return (
    <div className="flex flex-col gap-[18px] overflow-y-auto p-4">
      {contact && (
        <div className="flex items-center gap-2.5">
          <Avatar name={nameOf(strings, contact)} seed={contact.address} size="lg" />
          <div className="min-w-0">
            <bdi className="block truncate text-left text-base font-strong">{nameOf(strings, contact)}</bdi>
            <p className="truncate text-xs text-ink-3 select-text" title={contact.address}>
              {contact.address}
            </p>
          </div>
        </div>
      )}
      <Facts conversation={conversation} />
      {others.length > 0 && (
        <ContextSection title={words.participants}>
          <ul className="flex flex-col gap-1 text-ink-2">
            {others.map((person) => (
              <li key={person.address} className="flex min-w-0 items-center gap-2" title={person.address}>
                <Avatar name={nameOf(strings, person)} seed={person.address} size="sm" />
                <bdi className="truncate">{nameOf(strings, person)}</bdi>
              </li>
            ))}
          </ul>
        </ContextSection>
      )}
      {contact && (
        <ContextSection title={words.conversations}>
          <ContactConversations address={contact.address} exceptId={conversation.id} />
        </ContextSection>
      )}
      <Whereabouts conversation={conversation} />
    </div>
  );
}

function Facts({ conversation }: { conversation: ConversationDetail }) {
  const words = useStrings().conversation.context;
  const facts: [string, ReactNode][] = [
    [words.number, `#${conversation.number}`],
    [words.messages, conversation.messageCount],
  ];
  return (
    <dl className="grid grid-cols-[minmax(66px,auto)_minmax(0,1fr)] gap-x-3 gap-y-1 tabular-nums">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
