"use client";

import { useCallback, useEffect, useRef } from "react";
import type { Conversation } from "#lib/contracts/conversation";
import { useInboxState } from "../inbox-state.tsx";

/** Selects rows one by one, or all between the last one and this. What leaves the list is no longer selected. */
export function useSelection(rows: readonly Conversation[]): (id: number, isRange: boolean) => void {
  const { selected, select } = useInboxState();
  const anchor = useRef<number | null>(null);
  const latest = useRef({ rows, selected });
  useEffect(() => {
    latest.current = { rows, selected };
  });

  return useCallback(
    (id, isRange) => {
      const ids = latest.current.rows.map((row) => row.id);
      const chosen = new Set(latest.current.selected);
      const [from, to] = [ids.indexOf(anchor.current ?? id), ids.indexOf(id)];
      if (isRange && from !== -1 && to !== -1) {
        for (const each of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) chosen.add(each);
      } else if (!chosen.delete(id)) chosen.add(id);
      anchor.current = id;
      select(chosen);
    },
    [select],
  );
}
