"use client";

import { useCallback, useSyncExternalStore } from "react";

/** The first element on the page that fits, as it comes and goes. */
export function useElement(selector: string): HTMLElement | null {
  const find = useCallback(() => document.querySelector<HTMLElement>(selector), [selector]);
  return useSyncExternalStore(subscribe, find, () => null);
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}
