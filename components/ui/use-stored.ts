"use client";

import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
/** What was read: each of these is asked for several times whenever anything is drawn. */
const known = new Map<string, unknown>();
let isListening = false;

/** A small choice kept in this browser, the same in every component and tab. `initial` on the server and when what is kept makes no sense. */
export function useStored<T extends string | number | boolean>(
  name: string,
  isValid: (value: unknown) => value is T,
  initial: T,
): [T, (value: T) => void] {
  const key = `postroom.${name}`;
  const value = useSyncExternalStore(
    subscribe,
    () => read(key, isValid, initial),
    () => initial,
  );
  const set = useCallback(
    (next: T) => {
      known.set(key, next);
      try {
        localStorage.setItem(key, typeof next === "string" ? next : JSON.stringify(next));
      } catch {
        // A browser that keeps nothing still works; the choice lasts as long as the page.
      }
      tell();
    },
    [key],
  );
  return [value, set];
}

function subscribe(listener: () => void): () => void {
  // Other tabs choose, too.
  if (!isListening) window.addEventListener("storage", forget);
  isListening = true;
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function forget(): void {
  known.clear();
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function read<T extends string | number | boolean>(
  key: string,
  isValid: (value: unknown) => value is T,
  initial: T,
): T {
  if (!known.has(key)) {
    const raw = stored(key);
    known.set(key, typeof initial === "string" ? raw : fromJson(raw));
  }
  const value = known.get(key);
  return isValid(value) ? value : initial;
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function fromJson(raw: string | null): unknown {
  if (raw === null) return undefined;
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}
