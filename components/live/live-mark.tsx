"use client";

import { useFirstStrings } from "../language/use-first-strings.ts";
import { Dot, type DotProps } from "../ui/dot.tsx";
import { useConnection, type Connection } from "./connection.ts";

const tones: Record<Connection, DotProps["tone"]> = { live: "good", connecting: "quiet", offline: "bad" };

/** Whether what is shown is as it is now. */
export function LiveMark() {
  const strings = useFirstStrings();
  const connection = useConnection();
  return (
    <span className="flex shrink-0 items-center gap-2 text-xs text-ink-3">
      <span className="@max-[8rem]/side:hidden">{strings.live.states[connection]}</span>
      <Dot tone={tones[connection] ?? "quiet"} />
    </span>
  );
}
