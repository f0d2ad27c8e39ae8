"use client";

import { useSyncExternalStore } from "react";

let said = "";
const listeners = new Set<() => void>();

/** Says something politely to who cannot see it happen. */
export function announce(text: string): void {
  // The same words twice are news twice: a space more makes them different.
  said = said === text ? `${text} ` : text;
  for (const listener of listeners) listener();
}

/** Once on a page. */
export function Announcer() {
  const text = useSyncExternalStore(
    subscribe,
    () => said,
    () => "",
  );
  return (
    <output aria-live="polite" className="sr-only">
      {text}
    </output>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
