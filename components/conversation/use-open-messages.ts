"use client";

import { useState } from "react";
import type { ConversationDetail } from "#lib/contracts/conversation";
import { foldRuns, type TimelineItem } from "./fold-runs.ts";
import { isOpenAtFirst, timelineEntries, type TimelineEntry } from "./timeline-entries.ts";

/** Which mails of a conversation are open, and which lines are there at all. */
export function useOpenMessages(conversation: ConversationDetail) {
  const [toggled, setToggled] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set());
  const [seenAtFirst] = useState(
    () => new Set(conversation.messages.filter((message) => message.seen).map(({ id }) => id)),
  );
  const newest = conversation.messages.at(-1);
  // It stays open when another comes: what is being read does not fold away.
  const [newestAtFirst] = useState(newest?.id);
  const entries = timelineEntries(conversation);

  const isOpen = (entry: TimelineEntry) =>
    entry.kind === "message" &&
    (toggled.get(entry.message.id) ??
      (entry.message.id === newestAtFirst ||
        isOpenAtFirst({ ...entry.message, seen: entry.message.seen || seenAtFirst.has(entry.message.id) }, newest)));

  const toggle = (messageId: number, open: boolean) => setToggled(new Map(toggled).set(messageId, open));
  const reveal = (run: Extract<TimelineItem, { kind: "run" }>) =>
    setRevealed(new Set([...revealed, ...run.entries.map(({ key }) => key)]));

  const areAllOpen = entries.every((entry) => entry.kind !== "message" || isOpen(entry));
  const setAll = (open: boolean) => {
    setToggled(new Map(conversation.messages.map(({ id }) => [id, open || id === newest?.id])));
    setRevealed(open ? new Set(entries.map(({ key }) => key)) : new Set());
  };

  return {
    items: foldRuns(entries, isOpen, revealed),
    newestId: newest?.id,
    isOpen,
    toggle,
    reveal,
    areAllOpen,
    setAll,
  };
}
