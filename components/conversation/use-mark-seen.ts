"use client";

import { useEffect, useEffectEvent } from "react";
import type { ConversationDetail } from "#lib/contracts/conversation";
import { useActs } from "../inbox/use-acts.ts";

/** Long enough to know that it was opened to be read, and not passed on the way to another. */
const dwellMs = 700;

/** Marks a conversation as seen once it has been looked at, and again when mail comes in while it is looked at. */
export function useMarkSeen(conversation: ConversationDetail | undefined): void {
  const { actQuietly } = useActs();
  const id = conversation?.id;
  // Its newest message is part of what is watched: an agent who marks it unseen again means it.
  const newestId = conversation?.messages.at(-1)?.id;
  const look = useEffectEvent((seenId: number, _newestId: number | undefined) => {
    if (document.visibilityState === "visible" && conversation?.unseen)
      actQuietly([seenId], { kind: "seen", seen: true });
  });
  useEffect(() => {
    if (id === undefined) return undefined;
    const handle = () => look(id, newestId);
    const timer = setTimeout(handle, dwellMs);
    document.addEventListener("visibilitychange", handle);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", handle);
    };
  }, [id, newestId]);
}
