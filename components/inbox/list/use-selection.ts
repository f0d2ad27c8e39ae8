"use client";

import { useCallback, useEffect, useRef } from "react";
import type { Conversation } from "#lib/contracts/conversation";
import { useInboxStore } from "../inbox-state.tsx";

/** Selects rows one by one, or all between the last one and this. What leaves the list is no longer selected. */
export function useSelection(rows: readonly Conversation[]): (id: number, isRange: boolean) => void {
  const store = useInboxStore();
  const anchor = useRef<number | null>(null);
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
    const { selected, select } = store.getState();
    if (selected.size === 0) return;
    const here = new Set(rows.map((row) => row.id));
    const kept = [...selected].filter((id) => here.has(id));
    if (kept.length < selected.size) select(kept);
  }, [rows, store]);

  return useCallback(
    (id, isRange) => {
      const { selected, select } = store.getState();
      const ids = latest.current.map((row) => row.id);
      const chosen = new Set(selected);
      const [from, to] = [ids.indexOf(anchor.current ?? id), ids.indexOf(id)];
      if (isRange && from !== -1 && to !== -1) {
        for (const each of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) chosen.add(each);
      } else if (!chosen.delete(id)) chosen.add(id);
      anchor.current = id;
      select(chosen);
    },
    [store],
  );
}
