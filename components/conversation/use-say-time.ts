"use client";

import { useCallback } from "react";
import { fullTime } from "#lib/time";
import { useStrings } from "../language/use-strings.ts";

/** Says an instant that a mail names on the reader's own clock. */
export function useSayTime(): (instant: string) => string {
  const strings = useStrings();
  return useCallback(
    (instant) => strings.conversation.yourTime(fullTime(new Date(instant), strings.locale)),
    [strings],
  );
}
