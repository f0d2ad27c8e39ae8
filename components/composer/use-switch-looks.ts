"use client";

import { useChangeMe } from "#lib/query/change-me";
import { pushUndo } from "../inbox/undo-stack.ts";
import { useStrings } from "../language/use-strings.ts";
import { toast } from "../ui/toast.ts";
import type { useDraft } from "./draft/use-draft.ts";
import { hasLooks, withLooks, withoutLooks } from "./plain-text.ts";

const undoMs = 10_000;

/** Writes a mail on without looks, or with them again, and begins the next ones so. What looks are lost can be had back. */
export function useSwitchLooks({ current, change }: ReturnType<typeof useDraft>): (isPlain: boolean) => void {
  const strings = useStrings();
  const changeMe = useChangeMe();
  return (isPlain) => {
    const before = current();
    if (isPlain === before.isPlain) return;
    const after = isPlain ? withoutLooks(before) : withLooks(before);
    change(after);
    changeMe.mutate({ preferences: { [plainTextPreference]: isPlain } });
    if (!isPlain || !hasLooks(before.html)) return;
    const { run } = pushUndo(() => {
      const now = current();
      const { html, text, files } = before;
      // What was written meanwhile is worth more than how it looked.
      const isSame = now.isPlain && "text" in after && now.text === after.text;
      change(isSame ? { isPlain: false, html, text, files } : withLooks(now));
      changeMe.mutate({ preferences: { [plainTextPreference]: false } });
    });
    toast(strings.plain.lost, { duration: undoMs, action: { label: strings.common.undo, onClick: run } });
  };
}

/** Under which an agent's preferences say that their mails begin without looks. */
export const plainTextPreference = "plainText";
