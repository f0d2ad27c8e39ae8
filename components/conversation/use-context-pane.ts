"use client";

import { isBoolean } from "#lib/is-one-of";
import { useStored } from "../ui/use-stored.ts";

/** Whether the fourth pane is wanted; where there is no room it is not shown all the same. */
export function useContextPane(): { isShown: boolean; toggle: () => void } {
  const [isShown, setIsShown] = useStored<boolean>("context", isBoolean, true);
  return { isShown, toggle: () => setIsShown(!isShown) };
}
