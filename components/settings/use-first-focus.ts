"use client";

import { useEffect, useEffectEvent } from "react";

/** Puts the focus where a page begins that has one thing to ask. */
export function useFirstFocus(focus: () => void): void {
  const run = useEffectEvent(focus);
  useEffect(() => run(), []);
}
