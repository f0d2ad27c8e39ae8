"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ConversationDetail } from "#lib/contracts/conversation";
import { useStrings } from "../language/use-strings.ts";
import { ActivityRow } from "./activity-row.tsx";
import { messageCount, type TimelineItem } from "./fold-runs.ts";
import { MessageItem } from "./message-item.tsx";
import { NoteCard } from "./note-card.tsx";
import { useMessageKeys } from "./use-message-keys.ts";
import { useOpenMessages } from "./use-open-messages.ts";

/** What was written and done, oldest first, scrolled to the newest message. Give it the conversation's id as key. */
export function Timeline({ conversation }: { conversation: ConversationDetail }) {
  const open = useOpenMessages(conversation);
  const list = useRef<HTMLOListElement>(null);
  const [revealedKey, setRevealedKey] = useState<string | null>(null);
  useMessageKeys(list, open);

  // Once, before the first paint: what comes later moves nothing.
  useLayoutEffect(() => {
    const newest = list.current?.querySelector("[data-newest]");
    // What stands first is in sight already; to scroll there would have the whole page laid out before its time.
    if (newest && !list.current?.firstElementChild?.contains(newest)) newest.scrollIntoView({ block: "start" });
  }, []);

  // The button is gone: the focus goes on to what came in its place.
  useEffect(() => {
    if (revealedKey !== null)
      list.current?.querySelector<HTMLElement>(`[data-key="${revealedKey}"] button`)?.focus({ preventScroll: true });
  }, [revealedKey]);

  const handleReveal = (run: Extract<TimelineItem, { kind: "run" }>) => {
    open.reveal(run);
    setRevealedKey(run.key);
  };

  return (
    <ol ref={list} className="mx-auto flex max-w-[760px] flex-col gap-2.5 print:max-w-none">
      {open.items.map((item) => {
        if (item.kind === "run") return <Run key={`run-${item.key}`} run={item} onReveal={handleReveal} />;
        const { entry } = item;
        return (
          <li
            key={entry.key}
            data-key={entry.key}
            data-newest={entry.kind === "message" && entry.message.id === open.newestId ? true : undefined}
            className="scroll-mt-4"
          >
            {entry.kind === "activity" && <ActivityRow activity={entry.activity} />}
            {entry.kind === "note" && <NoteCard note={entry.note} />}
            {entry.kind === "message" && (
              <MessageItem
                message={entry.message}
                conversation={conversation}
                isOpen={open.isOpen(entry)}
                onToggle={() => open.toggle(entry.message.id, !open.isOpen(entry))}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

type RunProps = {
  run: Extract<TimelineItem, { kind: "run" }>;
  onReveal: (run: Extract<TimelineItem, { kind: "run" }>) => void;
};

function Run({ run, onReveal }: RunProps) {
  const strings = useStrings();
  return (
    <li className="flex justify-center">
      <button
        type="button"
        onClick={() => onReveal(run)}
        className="rounded-full border border-line bg-surface px-3 py-0.5 text-xs text-ink-2 hover:bg-hover"
      >
        {strings.conversation.earlier(messageCount(run.entries))}
      </button>
    </li>
  );
}
