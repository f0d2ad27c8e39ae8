"use client";

import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { Conversation } from "#lib/contracts/conversation";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { announce } from "../../ui/announcer.tsx";
import { focusedRowId } from "./row-id.ts";
import { shiftOf } from "./shift-of.ts";

/**
 * Keeps the rows an agent looks at where they are while others come in above, and counts those.
 * @returns how many came in unseen above, and what to call when the agent has gone up to see them
 */
export function useArrivals(
  rows: readonly Conversation[],
  scroller: RefObject<HTMLElement | null>,
  rowHeight: number,
): { count: number; clear: () => void } {
  const strings = useFirstStrings();
  const before = useRef<readonly Conversation[] | null>(null);
  const [arrived, setArrived] = useState<ReadonlySet<number>>(new Set());

  useLayoutEffect(() => {
    const known = before.current;
    before.current = rows;
    if (known === null || known === rows || isBeginning(known, rows)) return;
    const knownIds = new Set(known.map((row) => row.id));
    const fresh = rows.slice(0, known.length).filter((row) => row.unseen && !knownIds.has(row.id));
    const [first] = fresh;
    if (first && known.length > 0) announce(strings.inbox.arrived(fresh.length, first.subject));

    const element = scroller.current;
    if (!element) return;
    const top = element.scrollTop;
    const inSight = { first: Math.floor(top / rowHeight), last: Math.ceil((top + element.clientHeight) / rowHeight) };
    const shift = shiftOf(known, rows, inSight, focusedRowId());
    if (shift === 0) return;
    element.scrollTo({ top: top + shift * rowHeight });
    // A list that is shorter than its pane has nowhere to go.
    if (element.scrollTop < rowHeight) return;
    const risen = fresh.filter((row) => rows.indexOf(row) < Math.floor(element.scrollTop / rowHeight));
    if (risen.length > 0) setArrived((now) => new Set([...now, ...risen.map((row) => row.id)]));
  }, [rows, scroller, rowHeight, strings.inbox]);

  return { count: arrived.size, clear: () => setArrived((now) => (now.size > 0 ? new Set() : now)) };
}

/** Whether only more rows came below, as while the list is scrolled: nothing moved, and nothing arrived. */
function isBeginning(known: readonly Conversation[], rows: readonly Conversation[]): boolean {
  return known.length > 0 && known.length <= rows.length && known.every((row, index) => row === rows[index]);
}
