"use client";

import { useMedia } from "../ui/use-media.ts";

/** Whether list and conversation stand side by side; on less room there is one pane at a time. */
export function useIsPaired(): boolean {
  return useMedia("(min-width: 54rem)", true);
}
