"use client";

import type { Conversation } from "#lib/contracts/conversation";
import type { ConversationFilter } from "#lib/inbox-location";
import { useShortcut } from "../../command/shortcuts.tsx";
import { useInboxStore } from "../inbox-state.tsx";
import { goTo } from "../use-inbox-location.ts";

type ListKeys = {
  rows: readonly Conversation[];
  indexOf: (id: number | null) => number;
  filter: ConversationFilter;
  conversationId: number | null;
  /** Brings a row into view and gives it the focus. */
  onReach: (index: number) => void;
  onSelect: (id: number, isRange: boolean) => void;
};

/** Moving, opening and selecting without a mouse. With a conversation open, moving opens the next one. */
export function useListKeys({ rows, indexOf, filter, conversationId, onReach, onSelect }: ListKeys): void {
  const store = useInboxStore();
  const currentId = () => conversationId ?? store.getState().cursorId;
  const currentOrFirst = () => currentId() ?? rows[0]?.id ?? null;

  const move = (step: 1 | -1): number | undefined => {
    const current = indexOf(currentId());
    const index = current === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, current + step));
    const row = rows[index];
    if (!row) return undefined;
    store.getState().setCursorId(row.id);
    if (conversationId !== null) goTo(filter, row.id, "replace");
    onReach(index);
    return row.id;
  };
  const select = (id: number | null | undefined, isRange: boolean) => id != null && onSelect(id, isRange);
  const extend = (step: 1 | -1) => {
    // The row one comes from belongs to the range, too.
    if (store.getState().selected.size === 0) select(currentOrFirst(), false);
    select(move(step), true);
  };

  useShortcut("list.next", () => void move(1));
  useShortcut("list.previous", () => void move(-1));
  useShortcut("list.extendDown", () => extend(1));
  useShortcut("list.extendUp", () => extend(-1));
  useShortcut("list.open", () => goTo(filter, currentOrFirst()));
  useShortcut("list.back", () => {
    const state = store.getState();
    if (state.selected.size > 0) return state.select([]);
    if (conversationId === null || state.writing) return undefined;
    state.setCursorId(conversationId);
    goTo(filter, null);
    return onReach(indexOf(conversationId));
  });
  // Where no row is the current one yet, the first becomes it, so that moving goes on from there.
  useShortcut("list.select", () => void select(currentId() ?? move(1), false), rows.length > 0);
  useShortcut("list.extend", () => void select(currentOrFirst(), true), rows.length > 0);
  useShortcut("list.selectAll", () => store.getState().select(rows.map((row) => row.id)), rows.length > 0);
  useShortcut("list.selectNone", () => store.getState().select([]), rows.length > 0);
}
