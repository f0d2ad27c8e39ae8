"use client";

import type { Conversation } from "#lib/contracts/conversation";
import type { ConversationFilter } from "#lib/inbox-location";
import { useShortcut } from "../../command/shortcuts.tsx";
import { useInboxState } from "../inbox-state.tsx";
import { goTo } from "../use-inbox-location.ts";

type ListKeys = {
  rows: readonly Conversation[];
  filter: ConversationFilter;
  conversationId: number | null;
  /** Brings a row into view and gives it the focus. */
  onReach: (index: number) => void;
  onSelect: (id: number, isRange: boolean) => void;
};

/** Moving, opening and selecting without a mouse. With a conversation open, moving opens the next one. */
export function useListKeys({ rows, filter, conversationId, onReach, onSelect }: ListKeys): void {
  const { cursorId, setCursorId, selected, select, writing } = useInboxState();
  const currentId = conversationId ?? cursorId;

  const move = (step: 1 | -1) => {
    const current = rows.findIndex((row) => row.id === currentId);
    const index = current === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, current + step));
    const row = rows[index];
    if (!row) return;
    setCursorId(row.id);
    if (conversationId !== null) goTo(filter, row.id, "replace");
    onReach(index);
  };

  useShortcut("list.next", () => move(1));
  useShortcut("list.previous", () => move(-1));
  useShortcut("list.open", () => goTo(filter, currentId ?? rows[0]?.id ?? null));
  useShortcut("list.back", () => {
    if (selected.size > 0) return select([]);
    if (conversationId === null || writing) return undefined;
    setCursorId(conversationId);
    goTo(filter, null);
    return onReach(rows.findIndex((row) => row.id === conversationId));
  });
  useShortcut("list.select", () => onSelect(currentId ?? rows[0]?.id ?? 0, false), rows.length > 0);
  useShortcut("list.extend", () => onSelect(currentId ?? rows[0]?.id ?? 0, true), rows.length > 0);
}
