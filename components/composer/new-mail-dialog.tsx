"use client";

import { Dialog } from "radix-ui";
import { useStrings } from "../language/use-strings.ts";
import { lazy, Suspense } from "react";
import { useInboxState } from "../inbox/inbox-state.tsx";

const NewMail = lazy(async () => ({ default: (await import("./new-mail.tsx")).NewMail }));

/** A new mail, over whatever is being read; one that was begun before is gone on with. */
export function NewMailDialog() {
  const strings = useStrings();
  const isComposing = useInboxState((state) => state.isComposing);
  const setIsComposing = useInboxState((state) => state.setIsComposing);
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
          <Suspense>
            <NewMail onClose={close} />
          </Suspense>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
