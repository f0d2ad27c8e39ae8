"use client";

import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { Conversation } from "#lib/contracts/conversation";
import { useStrings } from "../../language/use-strings.ts";
import { announce } from "../../ui/announcer.tsx";

/**
 * Keeps the rows an agent looks at where they are while others come in above, and counts those.
 * @returns how many came in unseen above, and what to call when the agent has gone up to see them
 */
export function useArrivals(
  rows: readonly Conversation[],
  scroller: RefObject<HTMLElement | null>,
  rowHeight: number,
): { count: number; clear: () => void } {
  const strings = useStrings();
  const before = useRef<number[] | null>(null);
  const [arrived, setArrived] = useState<ReadonlySet<number>>(new Set());

  useLayoutEffect(() => {
    const ids = rows.map((row) => row.id);
    const known = before.current;
    before.current = ids;
    if (known === null) return;

    const knownIds = new Set(known);
    const fresh = rows.slice(0, known.length).filter((row) => row.unseen && !knownIds.has(row.id));
    const [first] = fresh;
    if (first && known.length > 0) announce(strings.inbox.arrived(fresh.length, first.subject));

    const element = scroller.current;
    if (!element || element.scrollTop < rowHeight) return;
    const index = Math.floor(element.scrollTop / rowHeight);
    const anchor = known.slice(index).find((id) => ids.includes(id));
    if (anchor === undefined) return;
    const shift = ids.indexOf(anchor) - known.indexOf(anchor);
    if (shift === 0) return;
    element.scrollTo({ top: element.scrollTop + shift * rowHeight });
    const above = new Set(known.slice(0, index));
    const risen = ids.slice(0, ids.indexOf(anchor)).filter((id) => !above.has(id));
    if (risen.length > 0) setArrived((now) => new Set([...now, ...risen]));
  }, [rows, scroller, rowHeight, strings.inbox]);

  return { count: arrived.size, clear: () => setArrived((now) => (now.size > 0 ? new Set() : now)) };
}
