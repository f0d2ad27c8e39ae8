"use client";

import { startTransition, useEffect, useState } from "react";
import { afterPaint } from "#lib/after-paint";

/**
 * Whether what was first drawn of `id` is on the screen. A deferred value would be drawn as soon as there is time for it, which on a slow
 * machine is before the frame that it was to come after.
 */
export function useAfterPaint(id: number | null): boolean {
  const [paintedId, setPaintedId] = useState<number | null>(null);
  useEffect(() => {
    let isWanted = true;
    const tell = () => {
      if (isWanted) startTransition(() => setPaintedId(id));
    };
    afterPaint(tell);
    return () => {
      isWanted = false;
    };
  }, [id]);
  return id !== null && paintedId === id;
}
