"use client";

import { startTransition, useEffect, useState, useSyncExternalStore } from "react";
import { afterPaint } from "#lib/after-paint";

const never = () => () => undefined;

/** Whether the component has been on the screen: for the parts of it that its first frame can do without. What the server drew is there already. */
export function usePainted(): boolean {
  const isOfServer = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [isPainted, setIsPainted] = useState(isOfServer);
  useEffect(() => {
    let isHere = true;
    if (!isPainted) afterPaint(() => isHere && startTransition(() => setIsPainted(true)));
    return () => {
      isHere = false;
    };
  }, [isPainted]);
  return isPainted;
}
