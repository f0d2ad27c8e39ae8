"use client";

import { useEffect, useState } from "react";
import { whenIdle } from "./when-idle.ts";

/** False while the page is being made usable, then true: for what nobody needs before. */
export function useLater(): boolean {
  const [isLater, setIsLater] = useState(false);
  useEffect(() => whenIdle(() => setIsLater(true)), []);
  return isLater;
}
