"use client";

import { useQuery } from "@tanstack/react-query";
import { Forward, PenLine, Reply, StickyNote } from "lucide-react";
import { Suspense, useEffect, useState } from "react";
import { cn } from "#lib/cn";
import type { ConversationDetail } from "#lib/contracts/conversation";
import type { Draft } from "#lib/contracts/draft";
import { meOptions } from "#lib/query/agents";
import { draftsOptions } from "#lib/query/drafts";
import { useKeyLabel } from "../command/shortcuts.tsx";
import { useInboxState, type Writing } from "../inbox/inbox-state.tsx";
import { nameOf } from "../inbox/list/senders-of.ts";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { later } from "../ui/later.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { whenIdle } from "../ui/when-idle.ts";
import type { MailFields } from "./mail-fields.ts";
import { NoteComposer } from "./note-composer.tsx";
import { answeredMessage } from "./start-mail.ts";

// The editor is as large as all the rest: it comes once the page stands.
const AnswerComposer = later(async () => (await import("./answer-composer.tsx")).AnswerComposer);

/** Where a conversation is answered: a line until somebody writes, half the pane at most once they do. */
export function ComposerDock({ conversation }: { conversation: ConversationDetail }) {
  const writing = useInboxState((state) => state.writing);
  const setWriting = useInboxState((state) => state.setWriting);
  const [isPutAway, setIsPutAway] = useState(false);
  const [isTall, setIsTall] = useState(false);
  const { data: me } = useQuery(meOptions());
  const { data: drafts } = useQuery(draftsOptions(conversation.id));
  const draft = drafts?.find((each) => each.author.id === me?.id && each.kind !== "new");
  const wanted = writing?.conversationId === conversation.id ? writing : null;
  const current = wanted ?? (draft && !isPutAway ? writingOf(conversation.id, draft.kind) : null);

  useEffect(() => whenIdle(AnswerComposer.preload), []);

  const write = (kind: NonNullable<Writing>["kind"]) => setWriting({ conversationId: conversation.id, kind });

  const handleClose = () => {
    setIsPutAway(true);
    setIsTall(false);
    setWriting(null);
  };
  return (
    <div
      data-writing={current ? true : undefined}
      className={cn(
        "mx-6 mb-4 flex max-h-[55%] w-[calc(100%-3rem)] max-w-[760px] shrink-0 flex-col self-center overflow-hidden rounded-lg border border-line-strong bg-raised max-pair:mx-2 max-pair:mb-2 max-pair:w-[calc(100%-1rem)]",
        current && "shadow-float max-pair:max-h-[75%]",
        // The bar below it begins an answer, too.
        !current && !draft && "max-pair:hidden",
        current &&
          isTall &&
          // What it stands before goes out of sight as a whole, its edges too.
          "absolute inset-x-0 top-4 self-stretch bottom-0 z-10 mx-auto max-h-none shadow-[0_0_0_100vmax_var(--surface)] max-pair:inset-0 max-pair:m-0 max-pair:max-h-none max-pair:w-full max-pair:rounded-none max-pair:border-0",
      )}
    >
      {current === null && (
        <Collapsed
          conversation={conversation}
          draft={draft}
          onWrite={write}
          onContinue={({ id, kind }) =>
            kind !== "new" && setWriting({ conversationId: conversation.id, kind, draftId: id })
          }
        />
      )}
      {current?.kind === "note" && <NoteComposer conversationId={conversation.id} onClose={handleClose} />}
      {current && current.kind !== "note" && (
        <Suspense fallback={<Skeleton className="m-4 h-16 w-2/3" />}>
          <AnswerComposer
            key={[current.kind, current.messageId, current.draftId].join(" ")}
            conversation={conversation}
            kind={current.kind}
            messageId={current.messageId}
            draftId={current.draftId}
            isAsked={wanted !== null}
            size={{ isTall, onTallChange: setIsTall }}
            onClose={handleClose}
          />
        </Suspense>
      )}
    </div>
  );
}

type CollapsedProps = {
  conversation: ConversationDetail;
  /** One that was begun and put away. */
  draft: Draft | undefined;
  onWrite: (kind: NonNullable<Writing>["kind"]) => void;
  onContinue: (draft: Draft) => void;
};

function Collapsed({ conversation, draft, onWrite, onContinue }: CollapsedProps) {
  const strings = useStrings();
  const words = strings.composer;
  const keyOf = useKeyLabel();
  const message = answeredMessage(conversation, undefined);
  const person = message?.direction === "in" ? message.from : (message?.to[0] ?? conversation.participants[0]);
  return (
    <div className="flex items-center gap-1 py-1 pr-1.5 pl-1">
      <button
        type="button"
        onClick={() => (draft ? onContinue(draft) : onWrite("reply"))}
        className="flex h-8 min-w-0 grow items-center gap-2 rounded-md px-2 text-left text-ink-3 hover:text-ink-2"
      >
        {draft ? <PenLine aria-hidden /> : <Reply aria-hidden />}
        <span className={cn("shrink-0 truncate", draft ? "text-ink-2" : "shrink")}>
          {draft ? words.continueDraft : words.replyTo(person ? nameOf(strings, person) : "")}
        </span>
        {draft && <span className="truncate">{draft.text.slice(0, 200)}</span>}
        {!draft && <Kbd className="max-pair:hidden">{keyOf("write.reply")}</Kbd>}
      </button>
      <IconButton
        icon={Forward}
        label={words.kinds.forward}
        keys={keyOf("write.forward")}
        onClick={() => onWrite("forward")}
      />
      <IconButton
        icon={StickyNote}
        label={words.kinds.note}
        keys={keyOf("write.note")}
        onClick={() => onWrite("note")}
      />
    </div>
  );
}

function writingOf(conversationId: number, kind: MailFields["kind"]): Writing {
  return kind === "new" ? null : { conversationId, kind };
}
