"use client";

import { useQuery } from "@tanstack/react-query";
import { accountsOptions } from "#lib/query/accounts";
import { meOptions } from "#lib/query/agents";
import { draftsOptions } from "#lib/query/drafts";
import { MailComposer } from "./mail-composer.tsx";
import { startNewMail } from "./start-mail.ts";

/** The composer of a new mail, with the draft of it that was begun before. */
export function NewMail({ onClose }: { onClose: () => void }) {
  const { data: accounts } = useQuery(accountsOptions());
  const { data: me } = useQuery(meOptions());
  const drafts = useQuery(draftsOptions(null));
  if (!accounts || !me || drafts.isPending) return null;
  const draft = drafts.data?.find((each) => each.author.id === me.id);
  return (
    <MailComposer
      conversationId={null}
      start={startNewMail({ accounts, signature: me.signature })}
      draft={draft}
      participants={null}
      expected={[]}
      messageIds={[]}
      onClose={onClose}
    />
  );
}
