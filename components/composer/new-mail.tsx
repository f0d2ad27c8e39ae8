"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Me } from "#lib/contracts/agent";
import type { Draft } from "#lib/contracts/draft";
import { sampleProvider } from "#lib/providers/sample";
import { accountsOptions } from "#lib/query/accounts";
import { meOptions } from "#lib/query/agents";
import { draftsOptions } from "#lib/query/drafts";
import { useInboxState } from "../inbox/inbox-state.tsx";
import type { ComposerSize } from "./composer-head.tsx";
import { MailComposer } from "./mail-composer.tsx";
import { plainTextPreference } from "./use-switch-looks.ts";
import { startNewMail } from "./start-mail.ts";
import { UnfinishedMails } from "./unfinished-mails.tsx";

type Start = Parameters<typeof startNewMail>[0];

export type NewMailProps = { size: ComposerSize; onClose: () => void };

/** The composer of a new mail, or of one that was begun before. */
export function NewMail(props: NewMailProps) {
  const { data: accounts } = useQuery(accountsOptions());
  const { data: me } = useQuery(meOptions());
  const drafts = useQuery(draftsOptions(null));
  const { token, draftId } = useInboxState((state) => state.composed);
  const [shown, setShown] = useState<string | null>(null);
  if (!accounts || !me || drafts.isPending) return null;
  const own = drafts.data?.filter((each) => each.author.id === me.id) ?? [];
  const draft = own.find((each) => each.id === draftId);
  // It is there, and on its way. What is being written stays, whatever another window has done to its draft.
  if (shown !== token && draftId !== null && !draft && drafts.isFetching) return null;
  if (shown !== token) setShown(token);
  // From sample mail nothing is sent.
  const usual = accounts.toSorted(
    (a, b) => Number(a.provider === sampleProvider) - Number(b.provider === sampleProvider),
  );
  return <Begun {...props} key={token} token={token} accounts={usual} me={me} draft={draft} others={own} />;
}

type BegunProps = NewMailProps & {
  token: string;
  accounts: Start["accounts"];
  me: Pick<Me, "id" | "signature" | "preferences">;
  draft: Draft | undefined;
  others: readonly Draft[];
};

function Begun({ token, accounts, me, draft, others, size, onClose }: BegunProps) {
  const noteComposed = useInboxState((state) => state.noteComposed);
  // What it begins with stays, whatever comes to be known meanwhile.
  const [start] = useState(() =>
    startNewMail({ accounts, signature: me.signature, isPlain: me.preferences[plainTextPreference] === true }),
  );
  return (
    <MailComposer
      conversationId={null}
      token={token}
      start={start}
      draft={draft}
      isAsked
      writer={me}
      participants={null}
      expected={[]}
      answered={null}
      messageIds={[]}
      size={size}
      offer={<UnfinishedMails drafts={others} />}
      onSaved={(draftId) => noteComposed(token, draftId)}
      onClose={onClose}
    />
  );
}
