"use client";

import { useShortcut } from "../command/shortcuts.tsx";
import { useInboxState, type Writing } from "../inbox/inbox-state.tsx";

/** The keys that answer the open conversation, heard before there is a dock to write in. */
export function useWriteKeys(conversationId: number | undefined): void {
  const setWriting = useInboxState((state) => state.setWriting);
  const isOn = conversationId !== undefined;
  const write = (kind: NonNullable<Writing>["kind"]) => isOn && setWriting({ conversationId, kind });
  useShortcut("write.reply", () => write("reply"), isOn);
  useShortcut("write.replyAll", () => write("reply-all"), isOn);
  useShortcut("write.forward", () => write("forward"), isOn);
  useShortcut("write.note", () => write("note"), isOn);
}
