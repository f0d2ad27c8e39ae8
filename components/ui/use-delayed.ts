"use client";

import { useEffect, useState } from "react";

/** True once `condition` has held for `delayMs`: what is quick shows no sign of loading. */
export function useDelayed(condition: boolean, delayMs = 300): boolean {
  const [since, setSince] = useState(false);
  useEffect(() => {
    if (!condition) return undefined;
    const timer = setTimeout(() => setSince(true), delayMs);
    return () => {
      clearTimeout(timer);
      setSince(false);
    };
  }, [condition, delayMs]);
  return condition && since;
}
