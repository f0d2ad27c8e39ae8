"use client";

import { PenLine } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { Suspense, useEffect, useState } from "react";
import { cn } from "#lib/cn";
import { draftsOptions } from "#lib/query/drafts";
import { useInboxState } from "../inbox/inbox-state.tsx";
import { useStrings } from "../language/use-strings.ts";
import { later } from "../ui/later.tsx";
import { Modal } from "../ui/modal.tsx";
import { watchTabs } from "./draft/tabs.ts";
import { whenIdle } from "../ui/when-idle.ts";

const NewMail = later(async () => (await import("./new-mail.tsx")).NewMail);

/** A new mail, over whatever is being read; one that was begun before is gone on with. */
export function NewMailDialog() {
  const strings = useStrings();
  const isComposing = useInboxState((state) => state.isComposing);
  const setIsComposing = useInboxState((state) => state.setIsComposing);
  const isMinimised = useInboxState((state) => state.isMinimised);
  const minimise = useInboxState((state) => state.minimise);
  const [isTall, setIsTall] = useState(false);
  useEffect(() => whenIdle(NewMail.preload), []);
  useEffect(() => void watchTabs(), []);
  return (
    <>
      <Modal
        open={isComposing}
        onOpenChange={setIsComposing}
        title={strings.composer.kinds.new}
        className={cn(
          "top-[8dvh] left-1/2 flex max-h-[84dvh] min-h-[26rem] w-[calc(100vw-1rem)] max-w-[760px] -translate-x-1/2 flex-col overflow-hidden rounded-lg border-line-strong",
          isTall && "top-4 h-[calc(100dvh-2rem)] max-h-none max-w-[960px]",
          "max-pair:top-0 max-pair:h-dvh max-pair:max-h-none max-pair:w-full max-pair:rounded-none max-pair:border-0",
        )}
      >
        <Suspense>
          <NewMail
            size={{ isTall, onTallChange: setIsTall, onMinimise: minimise }}
            onClose={() => setIsComposing(false)}
          />
        </Suspense>
      </Modal>
      {isMinimised && <Minimised onRestore={() => setIsComposing(true)} />}
    </>
  );
}

function Minimised({ onRestore }: { onRestore: () => void }) {
  const words = useStrings().composer;
  const { draftId } = useInboxState((state) => state.composed);
  const { data: drafts = [] } = useQuery(draftsOptions(null));
  const draft = drafts.find((each) => each.id === draftId);
  return (
    <button
      type="button"
      onClick={onRestore}
      className="fixed right-6 bottom-3 z-30 flex h-9 max-w-72 items-center gap-2 rounded-lg border border-line-strong bg-raised px-3 text-ink shadow-float hover:bg-hover max-pair:right-2 max-pair:bottom-16"
    >
      <PenLine aria-hidden />
      <span className="truncate">{words.restore(draft?.subject ?? "")}</span>
    </button>
  );
}
