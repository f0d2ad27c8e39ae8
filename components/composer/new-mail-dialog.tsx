"use client";

import { useQuery } from "@tanstack/react-query";
import { Dialog } from "radix-ui";
import { accountsOptions } from "#lib/query/accounts";
import { meOptions } from "#lib/query/agents";
import { draftsOptions } from "#lib/query/drafts";
import { useInboxState } from "../inbox/inbox-state.tsx";
import { useStrings } from "../language/use-strings.ts";
import { MailComposer } from "./mail-composer.tsx";
import { startNewMail } from "./start-mail.ts";

/** A new mail, over whatever is being read; one that was begun before is gone on with. */
export function NewMailDialog() {
  const strings = useStrings();
  const { isComposing, setIsComposing } = useInboxState();
  const close = () => setIsComposing(false);
  return (
    <Dialog.Root open={isComposing} onOpenChange={(open) => (open ? setIsComposing(true) : close())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[8dvh] left-1/2 z-40 flex max-h-[84dvh] min-h-[26rem] w-[calc(100vw-1rem)] max-w-[760px] -translate-x-1/2 flex-col overflow-hidden rounded-lg border border-line-strong bg-raised shadow-float outline-none max-pair:top-2 max-pair:max-h-[calc(100dvh-1rem)]"
        >
          <Dialog.Title className="sr-only">{strings.composer.kinds.new}</Dialog.Title>
          <NewMail onClose={close} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function NewMail({ onClose }: { onClose: () => void }) {
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
