"use client";

import { useSyncExternalStore } from "react";

const tickMs = 30_000;
let now: Date | null = null;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** The present, to half a minute; null while the page is still as the server drew it. */
export function useNow(): Date | null {
  return useSyncExternalStore(subscribe, snapshot, () => null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    now = null;
  };
}

function snapshot(): Date {
  return (now ??= new Date());
}

function tick(): void {
  now = new Date();
  for (const listener of listeners) listener();
}
