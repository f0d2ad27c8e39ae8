"use client";

import { snoozeChoices } from "#lib/snooze";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { useTriage } from "../use-triage.ts";
import { rowIdIn } from "./row-id.ts";
import { useSwipe } from "./use-swipe.ts";

/** To the right closes a conversation, to the left snoozes it until tomorrow; both can be taken back, and both have a button and a key. */
export function useRowSwipe() {
  const words = useFirstStrings().conversation;
  const { perform } = useTriage();
  return useSwipe({
    targetOf: (touched) => {
      const element = touched.closest("li");
      return element && { element, words: { right: words.close, left: `${words.snooze}: ${words.snoozes.tomorrow}` } };
    },
    onSwipe: (element, side) => {
      const id = rowIdIn(element);
      const tomorrow = snoozeChoices(new Date()).find(({ choice }) => choice === "tomorrow")?.until;
      if (id === null) return;
      if (side === "right") perform({ kind: "status", status: "closed" }, [id]);
      else if (tomorrow) perform({ kind: "snooze", until: tomorrow.toISOString() }, [id]);
    },
  });
}
