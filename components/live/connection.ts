"use client";

import { useSyncExternalStore } from "react";

export type Connection = "connecting" | "live" | "offline";

let connection: Connection = "connecting";
const listeners = new Set<() => void>();

export function setConnection(next: Connection): void {
  if (next === connection) return;
  connection = next;
  for (const listener of listeners) listener();
}

/** Whether changes reach this tab. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
    () => "connecting",
  );
}
