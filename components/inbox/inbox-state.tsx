"use client";

import { createContext, use, useCallback, useMemo, useState, type ReactNode } from "react";
import type { DraftKind } from "#lib/contracts/vocabulary";

/** What is being written, and about what. */
export type Writing = { conversationId: number; kind: Exclude<DraftKind, "new"> | "note"; messageId?: number } | null;

/** A menu that a key can open, for what is selected or open. */
export type WantedMenu = "assign" | "tag" | "snooze" | null;

/** What of the inbox is not in the URL: what is marked, under the cursor, being written. */
type InboxState = {
  selected: ReadonlySet<number>;
  select: (ids: Iterable<number>) => void;
  /** The row that keys act on when no conversation is open. */
  cursorId: number | null;
  setCursorId: (id: number | null) => void;
  wantedMenu: WantedMenu;
  setWantedMenu: (menu: WantedMenu) => void;
  writing: Writing;
  setWriting: (writing: Writing) => void;
  isComposing: boolean;
  setIsComposing: (isComposing: boolean) => void;
  isSidebarOpen: boolean;
  setIsSidebarOpen: (isOpen: boolean) => void;
};

const Context = createContext<InboxState | null>(null);

export function InboxStateProvider({ children }: { children: ReactNode }) {
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [cursorId, setCursorId] = useState<number | null>(null);
  const [wantedMenu, setWantedMenu] = useState<WantedMenu>(null);
  const [writing, setWriting] = useState<Writing>(null);
  const [isComposing, setIsComposing] = useState(false);
  const [isSidebarOpen, setIsSidebarOpen] = useState(false);
  const select = useCallback((ids: Iterable<number>) => setSelected(new Set(ids)), []);
  const state = useMemo(
    () => ({
      selected,
      select,
      cursorId,
      setCursorId,
      wantedMenu,
      setWantedMenu,
      writing,
      setWriting,
      isComposing,
      setIsComposing,
      isSidebarOpen,
      setIsSidebarOpen,
    }),
    [selected, select, cursorId, wantedMenu, writing, isComposing, isSidebarOpen],
  );
  return <Context value={state}>{children}</Context>;
}

export function useInboxState(): InboxState {
  const state = use(Context);
  if (!state) throw new Error("This belongs inside an InboxStateProvider.");
  return state;
}
