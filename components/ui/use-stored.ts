"use client";

import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
const parsed = new Map<string, { raw: string | null; value: unknown }>();

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
      try {
        localStorage.setItem(key, typeof next === "string" ? next : JSON.stringify(next));
      } catch {
        // A browser that keeps nothing still works; the choice lasts as long as the page.
        parsed.set(key, { raw: null, value: next });
      }
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [value, set];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function read<T extends string | number | boolean>(
  key: string,
  isValid: (value: unknown) => value is T,
  initial: T,
): T {
  const raw = stored(key);
  const known = parsed.get(key);
  if (known && known.raw === raw && isValid(known.value)) return known.value;
  const found = typeof initial === "string" ? raw : fromJson(raw);
  const value = isValid(found) ? found : initial;
  parsed.set(key, { raw, value });
  return value;
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
