"use client";

import { lazy, Suspense } from "react";
import { useInboxState } from "../inbox/inbox-state.tsx";
import { useStrings } from "../language/use-strings.ts";
import { Modal } from "../ui/modal.tsx";

const NewMail = lazy(async () => ({ default: (await import("./new-mail.tsx")).NewMail }));

/** A new mail, over whatever is being read; one that was begun before is gone on with. */
export function NewMailDialog() {
  const strings = useStrings();
  const isComposing = useInboxState((state) => state.isComposing);
  const setIsComposing = useInboxState((state) => state.setIsComposing);
  return (
    <Modal
      open={isComposing}
      onOpenChange={setIsComposing}
      title={strings.composer.kinds.new}
      className="top-[8dvh] left-1/2 flex max-h-[84dvh] min-h-[26rem] w-[calc(100vw-1rem)] max-w-[760px] -translate-x-1/2 flex-col overflow-hidden rounded-lg border-line-strong max-pair:top-2 max-pair:max-h-[calc(100dvh-1rem)]"
    >
      <Suspense>
        <NewMail onClose={() => setIsComposing(false)} />
      </Suspense>
    </Modal>
  );
}
