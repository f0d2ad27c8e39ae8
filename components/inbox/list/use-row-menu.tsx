"use client";

import { Suspense, useState } from "react";
import type { Conversation } from "#lib/contracts/conversation";
import type { ConversationFilter } from "#lib/inbox-location";
import { useInboxStore } from "../inbox-state.tsx";
import { focusRow, rowIdAt } from "./row-id.ts";
import { later } from "../../ui/later.tsx";
import type { Point } from "../../ui/point-menu.tsx";
import { useMenuGesture } from "../../ui/use-menu-gesture.ts";

const RowMenu = later(async () => (await import("./row-menu.tsx")).RowMenu);

type Asked = { rows: Conversation[]; at: Point };

/** The menu of the row that a pointer, a finger or the menu key asked about. */
export function useRowMenu(rows: readonly Conversation[], filter: ConversationFilter) {
  const store = useInboxStore();
  const [asked, setAsked] = useState<Asked | null>(null);
  const handlers = useMenuGesture(({ target, at }) => {
    const id = rowIdAt(target);
    if (id === null) return false;
    const { selected } = store.getState();
    const chosen = selected.has(id) ? selected : new Set([id]);
    setAsked({ rows: rows.filter((row) => chosen.has(row.id)), at });
    return true;
  });
  const handleClose = () => {
    const [only] = asked?.rows ?? [];
    setAsked(null);
    if (only) requestAnimationFrame(() => focusRow(only.id));
  };
  const menu = asked && (
    <Suspense>
      <RowMenu rows={asked.rows} filter={filter} at={asked.at} onClose={handleClose} />
    </Suspense>
  );
  return { menu, handlers };
}
