"use client";

import { Suspense, useState, type MouseEvent, type ReactNode } from "react";
import type { Conversation } from "#lib/contracts/conversation";
import type { ConversationFilter } from "#lib/inbox-location";
import { useInboxStore } from "../inbox-state.tsx";
import { focusRow, rowIdAt } from "./row-id.ts";
import { isOwnMenuAsked } from "../../ui/is-own-menu-asked.ts";
import { later } from "../../ui/later.tsx";

const RowMenu = later(async () => (await import("./row-menu.tsx")).RowMenu);

type Asked = { rows: Conversation[]; at: { x: number; y: number } };

/** The menu of the row that a right click, or the menu key, asked about. */
export function useRowMenu(
  rows: readonly Conversation[],
  filter: ConversationFilter,
): { menu: ReactNode; handleContextMenu: (event: MouseEvent) => void } {
  const store = useInboxStore();
  const [asked, setAsked] = useState<Asked | null>(null);
  const handleContextMenu = (event: MouseEvent) => {
    const id = rowIdAt(event.target);
    if (id === null || !isOwnMenuAsked(event)) return;
    event.preventDefault();
    const { selected } = store.getState();
    const chosen = selected.has(id) ? selected : new Set([id]);
    setAsked({ rows: rows.filter((row) => chosen.has(row.id)), at: { x: event.clientX, y: event.clientY } });
  };
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
  return { menu, handleContextMenu };
}
