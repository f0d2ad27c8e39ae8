"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Me } from "#lib/contracts/agent";
import type { ConversationDetail } from "#lib/contracts/conversation";
import type { Draft } from "#lib/contracts/draft";
import { replyRecipients } from "#lib/mail/recipients";
import { accountsOptions } from "#lib/query/accounts";
import { meOptions } from "#lib/query/agents";
import { draftsOptions, forwardedFilesOptions } from "#lib/query/drafts";
import { Skeleton } from "../ui/skeleton.tsx";
import type { ComposerSize } from "./composer-head.tsx";
import { FilesMissing } from "./files-missing.tsx";
import { MailComposer } from "./mail-composer.tsx";
import { plainTextPreference } from "./use-switch-looks.ts";
import { answeredMessage, startAnswer } from "./start-mail.ts";
import type { Answer } from "./switch-answer.ts";
import { useTriage } from "../inbox/use-triage.ts";

export type AnswerComposerProps = {
  conversation: ConversationDetail;
  kind: "reply" | "reply-all" | "forward";
  messageId: number | undefined;
  draftId: number | undefined;
  isAsked: boolean;
  size: ComposerSize;
  onClose: () => void;
};

/** An answer within a conversation, begun from the message it answers or from the draft of it. */
export function AnswerComposer(props: AnswerComposerProps) {
  const { conversation, kind, messageId, draftId } = props;
  const { data: accounts } = useQuery(accountsOptions());
  const { data: me } = useQuery(meOptions());
  const drafts = useQuery(draftsOptions(conversation.id));
  const own = drafts.data?.filter((each) => each.author.id === me?.id && each.kind === kind);
  const draft = own?.find((each) => each.id === draftId) ?? own?.[0];
  const message = answeredMessage(conversation, draft?.answeredMessageId ?? messageId);
  const mustCopy = kind === "forward" && drafts.isSuccess && draft === undefined && message !== undefined;
  const copies = useQuery({
    ...forwardedFilesOptions(message?.id ?? 0, message?.attachments.map(({ id }) => id) ?? []),
    enabled: mustCopy,
  });
  const [isWithoutFiles, setIsWithoutFiles] = useState(false);
  const isWaiting = drafts.isPending || (mustCopy && !copies.isSuccess && !isWithoutFiles);
  const ready = accounts && me && message && !isWaiting ? { accounts, me, message, copied: copies.data ?? [] } : null;
  const [begun, setBegun] = useState(ready);
  // Whatever goes from here on, be it the message that is answered, a mail that is written stays under its writer's hands.
  if (ready && !begun) setBegun(ready);
  if (begun) return <Begun {...props} {...begun} draft={draft} />;
  if (mustCopy && copies.isError)
    return (
      <FilesMissing
        onRetry={() => void copies.refetch()}
        onWithout={() => setIsWithoutFiles(true)}
        onClose={props.onClose}
      />
    );
  return <Skeleton className="m-4 h-16 w-2/3" />;
}

type BegunProps = AnswerComposerProps & {
  accounts: Parameters<typeof startAnswer>[3]["accounts"];
  me: Pick<Me, "id" | "signature" | "preferences">;
  message: NonNullable<ReturnType<typeof answeredMessage>>;
  copied: Parameters<typeof startAnswer>[4];
  draft: Draft | undefined;
};

function Begun({ conversation, kind, accounts, me, message, copied, draft, isAsked, size, onClose }: BegunProps) {
  const { moveOn } = useTriage();
  // What it begins with stays, whatever the conversation does meanwhile.
  const [start] = useState(() =>
    startAnswer(
      kind,
      conversation,
      message,
      { accounts, signature: me.signature, isPlain: me.preferences[plainTextPreference] === true },
      copied,
    ),
  );
  const ownAddresses = accounts.map((account) => account.emailAddress);
  const one = replyRecipients({ message, ownAddresses, all: false });
  const all = replyRecipients({ message, ownAddresses, all: true });
  const answers: Answer[] = [
    { kind: "reply", ...one },
    { kind: "reply-all", ...all },
  ];
  const participants = [
    ...conversation.participants,
    ...conversation.messages.flatMap(({ from, to, cc, replyTo }) => [from, ...to, ...cc, ...replyTo]),
  ];
  return (
    <MailComposer
      conversationId={conversation.id}
      token=""
      start={start}
      draft={draft}
      isAsked={isAsked}
      writer={me}
      participants={participants}
      expected={[...all.to, ...all.cc]}
      answers={kind === "forward" || all.cc.length === 0 ? [] : answers}
      answered={message}
      messageIds={conversation.messages.map(({ id }) => id)}
      size={size}
      onSent={(status) => status !== undefined && moveOn(conversation.id)}
      onClose={onClose}
    />
  );
}
