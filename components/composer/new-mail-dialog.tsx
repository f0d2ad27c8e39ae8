"use client";

import { useQuery } from "@tanstack/react-query";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { accountsOptions } from "#lib/query/accounts";
import { meOptions } from "#lib/query/agents";
import { draftsOptions } from "#lib/query/drafts";
import { strings } from "#lib/strings/strings";
import { useInboxState } from "../inbox/inbox-state.tsx";
import { MailComposer } from "./mail-composer.tsx";
import type { MailFields } from "./mail-fields.ts";
import { startNewMail } from "./start-mail.ts";

/** A new mail, over whatever is being read; one that was begun before is gone on with. */
export function NewMailDialog() {
  const { isComposing, setIsComposing } = useInboxState();
  const [takenBack, setTakenBack] = useState<MailFields | null>(null);
  const close = () => {
    setIsComposing(false);
    setTakenBack(null);
  };
  const handleTakenBack = (fields: MailFields) => {
    setTakenBack(fields);
    setIsComposing(true);
  };
  return (
    <Dialog.Root open={isComposing} onOpenChange={(open) => (open ? setIsComposing(true) : close())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[8dvh] left-1/2 z-40 flex max-h-[84dvh] min-h-[26rem] w-[calc(100vw-1rem)] max-w-[760px] -translate-x-1/2 flex-col overflow-hidden rounded-lg border border-line-strong bg-raised shadow-float outline-none max-pair:top-2 max-pair:max-h-[calc(100dvh-1rem)]"
        >
          <Dialog.Title className="sr-only">{strings.composer.kinds.new}</Dialog.Title>
          <NewMail takenBack={takenBack} onClose={close} onTakenBack={handleTakenBack} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type NewMailProps = { takenBack: MailFields | null; onClose: () => void; onTakenBack: (fields: MailFields) => void };

function NewMail({ takenBack, onClose, onTakenBack }: NewMailProps) {
  const { data: accounts } = useQuery(accountsOptions());
  const { data: me } = useQuery(meOptions());
  const drafts = useQuery(draftsOptions(null));
  if (!accounts || !me || drafts.isPending) return null;
  const draft = drafts.data?.find((each) => each.author.id === me.id);
  return (
    <MailComposer
      conversationId={null}
      start={takenBack ?? startNewMail({ accounts, signature: me.signature })}
      draft={takenBack ? undefined : draft}
      participants={null}
      expected={[]}
      messageIds={[]}
      onClose={onClose}
      onTakenBack={onTakenBack}
    />
  );
}
