"use client";

import { useEffect, useState } from "react";

/** Milliseconds until an instant, counted down every second; null while the page is as the server drew it, or without an instant. */
export function useCountdown(instant: string | null): number | null {
  const [leftMs, setLeftMs] = useState<number | null>(null);
  useEffect(() => {
    if (instant === null) return undefined;
    const count = () => setLeftMs(Math.max(0, Date.parse(instant) - Date.now()));
    count();
    const timer = setInterval(count, 1000);
    return () => {
      clearInterval(timer);
      setLeftMs(null);
    };
  }, [instant]);
  return leftMs;
}
