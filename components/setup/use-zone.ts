"use client";

import { useSyncExternalStore } from "react";

/** Where this device's clock is, e.g. `Europe/Berlin`; null until the browser can be asked. */
export function useZone(): string | null {
  return useSyncExternalStore(
    () => () => undefined,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
}
