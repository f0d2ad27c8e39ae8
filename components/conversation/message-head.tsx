"use client";

import { useQuery } from "@tanstack/react-query";
import type { ConversationDetail } from "#lib/contracts/conversation";
import type { MailAddress } from "#lib/contracts/address";
import type { Message } from "#lib/contracts/message";
import { accountsOptions } from "#lib/query/accounts";
import { nameOf } from "../inbox/list/senders-of.ts";
import { useStrings } from "../language/use-strings.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Time } from "../ui/time.tsx";
import { useAskedMenu } from "../ui/use-asked-menu.ts";
import { ContactCard } from "./contact/contact-card.tsx";
import { MessageActions } from "./message-actions.tsx";

const namesMax = 3;

export type MessageHeadProps = { message: Message; conversation: ConversationDetail; onFold: () => void };

/** Who wrote to whom and when; a click on it folds the message. */
export function MessageHead({ message, conversation, onFold }: MessageHeadProps) {
  const strings = useStrings();
  const words = strings.conversation;
  const asked = useAskedMenu();
  const author = message.author?.name ?? nameOf(strings, message.from);
  return (
    // Its menu has a button of its own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <header className="group/head relative flex gap-2.5 px-4 pt-3" {...asked.handlers}>
      <button
        type="button"
        aria-label={words.foldMessage}
        aria-expanded
        onClick={onFold}
        className="absolute inset-0 rounded-t-lg"
      />
      <Avatar name={author} seed={message.author ? author : message.from.address} size="lg" />
      <div className="min-w-0 grow">
        <div className="flex items-baseline gap-1.5">
          <ContactCard person={message.from} exceptId={conversation.id}>
            <bdi>{author}</bdi>
          </ContactCard>
          <span className="relative min-w-0 truncate text-xs text-ink-3 select-text">
            {message.author ? words.via(message.from.address) : <bdi>{message.from.address}</bdi>}
          </span>
        </div>
        <Recipients message={message} />
      </div>
      <Time
        instant={message.sentAt ?? message.receivedAt}
        form="full"
        className="relative ml-auto text-xs/6 whitespace-nowrap tabular-nums text-ink-3"
      />
      <MessageActions message={message} conversation={conversation} asked={asked} />
    </header>
  );
}

function Recipients({ message }: { message: Message }) {
  const strings = useStrings();
  const words = strings.conversation;
  const { data: accounts = [] } = useQuery(accountsOptions());
  const everyone = [...message.to, ...message.cc];
  const shown = everyone
    .slice(0, namesMax)
    .map((person) => nameOf(strings, person))
    .join(", ");
  const rest = everyone.length - namesMax;
  const also = alsoIn(message, accounts, everyone);
  const parts = [rest > 0 ? words.andMore(rest) : "", also.length > 0 ? words.alsoIn(also.join(", ")) : ""].filter(
    (part) => part !== "",
  );
  const facts = [parts.join(", "), message.send?.state === "sent" ? words.sendStates.sent : ""].filter(Boolean);
  return (
    <p className="flex gap-1 text-xs text-ink-3">
      {everyone.length > 0 && <bdi className="min-w-0 truncate">{words.to(shown)}</bdi>}
      <span className="shrink-0 whitespace-nowrap">
        {everyone.length > 0 && parts.length === 0 && facts.length > 0 && "· "}
        {facts.join(" · ")}
      </span>
    </p>
  );
}

/** Accounts that hold it though it does not name them: by a list, a blind copy, a forward. */
function alsoIn(
  message: Message,
  accounts: readonly { id: number; emailAddress: string }[],
  named: readonly MailAddress[],
): string[] {
  if (message.direction === "out") return [];
  const held = new Set(message.placements.map((placement) => placement.accountId));
  const addresses = new Set(named.map((person) => person.address.toLowerCase()));
  return accounts
    .filter((account) => held.has(account.id) && !addresses.has(account.emailAddress.toLowerCase()))
    .map((account) => account.emailAddress);
}
