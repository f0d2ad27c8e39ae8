"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ConversationDetail } from "#lib/contracts/conversation";
import { replyRecipients } from "#lib/mail/recipients";
import { accountsOptions } from "#lib/query/accounts";
import { meOptions } from "#lib/query/agents";
import { draftsOptions } from "#lib/query/drafts";
import { messageTextOptions } from "#lib/query/messages";
import { useStrings } from "../language/use-strings.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import { MailComposer } from "./mail-composer.tsx";
import { answeredMessage, startAnswer } from "./start-mail.ts";

export type AnswerComposerProps = {
  conversation: ConversationDetail;
  kind: "reply" | "reply-all" | "forward";
  messageId: number | undefined;
  onClose: () => void;
};

/** An answer within a conversation, begun from the message it answers or from the draft of it. */
export function AnswerComposer(props: AnswerComposerProps) {
  const { conversation, kind, messageId } = props;
  const { data: accounts } = useQuery(accountsOptions());
  const { data: me } = useQuery(meOptions());
  const drafts = useQuery(draftsOptions(conversation.id));
  const message = answeredMessage(conversation, messageId);
  const isForward = kind === "forward";
  const original = useQuery({ ...messageTextOptions(message?.id ?? 0), enabled: isForward && message !== undefined });
  if (!accounts || !me || drafts.isPending || !message || (isForward && original.isPending))
    return <Skeleton className="m-4 h-16 w-2/3" />;
  const draft = drafts.data?.find((each) => each.author.id === me.id && each.kind === kind);
  return (
    <Begun {...props} key={kind} accounts={accounts} me={me} message={message} original={original.data} draft={draft} />
  );
}

type BegunProps = AnswerComposerProps & {
  accounts: Parameters<typeof startAnswer>[4]["accounts"];
  me: { id: number; signature: string };
  message: NonNullable<ReturnType<typeof answeredMessage>>;
  original: Parameters<typeof startAnswer>[5];
  draft: Parameters<typeof MailComposer>[0]["draft"];
};

function Begun({ conversation, kind, accounts, me, message, original, draft, onClose }: BegunProps) {
  const strings = useStrings();
  // What it begins with stays, whatever the conversation does meanwhile.
  const [start] = useState(() =>
    startAnswer(strings, kind, conversation, message, { accounts, signature: me.signature }, original),
  );
  const ownAddresses = accounts.map((account) => account.emailAddress);
  const all = replyRecipients({ message, ownAddresses, all: true });
  const participants = [
    ...conversation.participants,
    ...conversation.messages.flatMap(({ from, to, cc, replyTo }) => [from, ...to, ...cc, ...replyTo]),
  ];
  return (
    <MailComposer
      conversationId={conversation.id}
      start={start}
      draft={draft}
      participants={participants}
      expected={[...all.to, ...all.cc]}
      messageIds={conversation.messages.map(({ id }) => id)}
      onClose={onClose}
    />
  );
}
