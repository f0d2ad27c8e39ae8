"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { accountsOptions } from "#lib/query/accounts";
import { meOptions } from "#lib/query/agents";
import { draftsOptions } from "#lib/query/drafts";
import { useInboxState } from "../inbox/inbox-state.tsx";
import type { ComposerSize } from "./composer-head.tsx";
import { MailComposer } from "./mail-composer.tsx";
import { startNewMail } from "./start-mail.ts";

type Start = Parameters<typeof startNewMail>[0];

export type NewMailProps = { size: ComposerSize; onClose: () => void };

/** The composer of a new mail, with the draft of it that was begun before. */
export function NewMail(props: NewMailProps) {
  const { data: accounts } = useQuery(accountsOptions());
  const { data: me } = useQuery(meOptions());
  const drafts = useQuery(draftsOptions(null));
  const wantedId = useInboxState((state) => state.composedDraftId);
  if (!accounts || !me || drafts.isPending) return null;
  const own = drafts.data?.filter((each) => each.author.id === me.id) ?? [];
  const draft = own.find((each) => each.id === wantedId) ?? own[0];
  return <Begun {...props} start={{ accounts, signature: me.signature }} draft={draft} />;
}

type BegunProps = NewMailProps & { start: Start; draft: Parameters<typeof MailComposer>[0]["draft"] };

function Begun({ start, draft, size, onClose }: BegunProps) {
  // What it begins with stays, whatever comes to be known meanwhile.
  const [fields] = useState(() => startNewMail(start));
  return (
    <MailComposer
      conversationId={null}
      start={fields}
      draft={draft}
      signature={start.signature}
      participants={null}
      expected={[]}
      answered={null}
      messageIds={[]}
      size={size}
      onClose={onClose}
    />
  );
}
