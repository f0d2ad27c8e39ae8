"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ConversationDetail } from "#lib/contracts/conversation";
import { replyRecipients } from "#lib/mail/recipients";
import { accountsOptions } from "#lib/query/accounts";
import { meOptions } from "#lib/query/agents";
import { draftsOptions, forwardedFilesOptions } from "#lib/query/drafts";
import { Skeleton } from "../ui/skeleton.tsx";
import type { ComposerSize } from "./composer-head.tsx";
import type { MailFile } from "./mail-fields.ts";
import { MailComposer } from "./mail-composer.tsx";
import { answeredMessage, startAnswer } from "./start-mail.ts";

export type AnswerComposerProps = {
  conversation: ConversationDetail;
  kind: "reply" | "reply-all" | "forward";
  messageId: number | undefined;
  size: ComposerSize;
  onClose: () => void;
};

/** An answer within a conversation, begun from the message it answers or from the draft of it. */
export function AnswerComposer(props: AnswerComposerProps) {
  const { conversation, kind, messageId } = props;
  const { data: accounts } = useQuery(accountsOptions());
  const { data: me } = useQuery(meOptions());
  const drafts = useQuery(draftsOptions(conversation.id));
  const draft = drafts.data?.find((each) => each.author.id === me?.id && each.kind === kind);
  const message = answeredMessage(conversation, draft?.answeredMessageId ?? messageId);
  const mustCopy = kind === "forward" && drafts.isSuccess && draft === undefined && message !== undefined;
  const copies = useQuery({
    ...forwardedFilesOptions(message?.id ?? 0, message?.attachments.map(({ id }) => id) ?? []),
    enabled: mustCopy,
  });
  if (!accounts || !me || drafts.isPending || !message || (mustCopy && copies.isPending))
    return <Skeleton className="m-4 h-16 w-2/3" />;
  const files = copies.data ?? [];
  return <Begun {...props} key={kind} accounts={accounts} me={me} message={message} files={files} draft={draft} />;
}

type BegunProps = AnswerComposerProps & {
  accounts: Parameters<typeof startAnswer>[3]["accounts"];
  me: { id: number; signature: string };
  message: NonNullable<ReturnType<typeof answeredMessage>>;
  files: MailFile[];
  draft: Parameters<typeof MailComposer>[0]["draft"];
};

function Begun({ conversation, kind, accounts, me, message, files, draft, size, onClose }: BegunProps) {
  // What it begins with stays, whatever the conversation does meanwhile.
  const [start] = useState(() =>
    startAnswer(kind, conversation, message, { accounts, signature: me.signature }, files),
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
      signature={me.signature}
      participants={participants}
      expected={[...all.to, ...all.cc]}
      answered={message}
      messageIds={conversation.messages.map(({ id }) => id)}
      size={size}
      onClose={onClose}
    />
  );
}
