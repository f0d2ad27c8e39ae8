"use client";

import { useLayoutEffect, useRef, useState } from "react";
import type { ConversationDetail } from "#lib/contracts/conversation";
import { useStrings } from "../language/use-strings.ts";
import { ActivityRow } from "./activity-row.tsx";
import { MessageItem } from "./message-item.tsx";
import { NoteCard } from "./note-card.tsx";
import { isOpenAtFirst, timelineEntries, type TimelineEntry } from "./timeline-entries.ts";

/** More folded lines than this are folded into one. */
const foldedMax = 6;

/** What was written and done, oldest first, scrolled to the newest message. Give it the conversation's id as key. */
export function Timeline({ conversation }: { conversation: ConversationDetail }) {
  const entries = timelineEntries(conversation);
  const newest = conversation.messages.at(-1);
  const [toggled, setToggled] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [seenAtFirst] = useState(
    () => new Set(conversation.messages.filter((message) => message.seen).map(({ id }) => id)),
  );
  const [showsAll, setShowsAll] = useState(false);
  const newestElement = useRef<HTMLLIElement>(null);

  // Once, before the first paint: what comes later moves nothing.
  useLayoutEffect(() => {
    // Some browsers answer with a promise, which an effect may not.
    newestElement.current?.scrollIntoView({ block: "start" });
  }, []);

  const isOpen = (entry: TimelineEntry) =>
    entry.kind === "message" &&
    (toggled.get(entry.message.id) ??
      isOpenAtFirst({ ...entry.message, seen: entry.message.seen || seenAtFirst.has(entry.message.id) }, newest));
  const firstOpen = entries.findIndex(isOpen);
  const hidden = showsAll || firstOpen <= foldedMax ? [] : entries.slice(1, firstOpen - 1);
  const hiddenMessages = hidden.filter((entry) => entry.kind === "message").length;
  const shown = hiddenMessages < 3 ? entries : entries.filter((entry) => !hidden.includes(entry));

  return (
    <ol className="mx-auto flex max-w-[760px] flex-col gap-2.5">
      {shown.map((entry, index) => (
        <li
          key={entry.key}
          ref={entry.kind === "message" && entry.message.id === newest?.id ? newestElement : null}
          className="flex scroll-mt-4 flex-col gap-2.5"
        >
          {index === 1 && shown.length < entries.length && (
            <EarlierButton count={hiddenMessages} onClick={() => setShowsAll(true)} />
          )}
          {entry.kind === "activity" && <ActivityRow activity={entry.activity} />}
          {entry.kind === "note" && <NoteCard note={entry.note} />}
          {entry.kind === "message" && (
            <MessageItem
              message={entry.message}
              conversation={conversation}
              isOpen={isOpen(entry)}
              onToggle={() => setToggled(new Map(toggled).set(entry.message.id, !isOpen(entry)))}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

function EarlierButton({ count, onClick }: { count: number; onClick: () => void }) {
  const strings = useStrings();
  return (
    <button
      type="button"
      onClick={onClick}
      className="self-center rounded-full border border-line bg-surface px-3 py-0.5 text-xs text-ink-2 hover:bg-hover"
    >
      {strings.conversation.earlier(count)}
    </button>
  );
}
