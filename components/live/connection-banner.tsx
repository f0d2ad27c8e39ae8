"use client";

import { WifiOff } from "lucide-react";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { useDelayed } from "../ui/use-delayed.ts";
import { useConnection } from "./connection.ts";

const quietMs = 4000;

/** Says that the connection is gone, once it has been for longer than a hiccup. */
export function ConnectionBanner() {
  const strings = useFirstStrings();
  const isOffline = useDelayed(useConnection() === "offline", quietMs);
  return (
    <output aria-live="polite" className="block">
      {isOffline && (
        <span className="flex items-center justify-center gap-2 border-b border-line bg-warn-soft px-4 py-1 text-xs text-pretty text-ink-2">
          <WifiOff aria-hidden className="size-3.5!" />
          {strings.live.offline}
        </span>
      )}
    </output>
  );
}
