"use client";

import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query holds; `initial` while the page is as the server drew it. */
export function useMedia(query: string, initial: boolean): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => initial,
  );
}
