"use client";

import { createContext, use, useState, type ReactNode } from "react";
import { createStore, useStore, type StoreApi } from "zustand";
import type { DraftKind } from "#lib/contracts/vocabulary";
import { randomKey } from "#lib/random-key";

/** What is being written, and about what. */
export type Writing = {
  conversationId: number;
  kind: Exclude<DraftKind, "new"> | "note";
  /** The message that is answered; the newest when absent. */
  messageId?: number;
  /** The draft to go on with; the agent's newest of this kind when absent. */
  draftId?: number;
} | null;

/** A menu that a key can open, for what is selected or open. */
export type WantedMenu = "assign" | "tag" | "snooze" | "move" | null;

/** What of the inbox is not in the URL: what is marked, under the cursor, being written. */
export type InboxState = {
  selected: ReadonlySet<number>;
  select: (ids: Iterable<number>) => void;
  /** The row that keys act on when no conversation is open. */
  cursorId: number | null;
  setCursorId: (id: number | null) => void;
  wantedMenu: WantedMenu;
  /** The row that the menu hangs from; null when it is for what is selected, else for what is open. */
  menuRowId: number | null;
  setWantedMenu: (menu: WantedMenu, rowId?: number | null) => void;
  writing: Writing;
  setWriting: (writing: Writing) => void;
  isComposing: boolean;
  setIsComposing: (isComposing: boolean) => void;
  /** The new mail that is being written. Its token tells it from the one before, its draft is there once something was worth saving. */
  composed: { token: string; draftId: number | null };
  composeDraft: (draftId: number) => void;
  noteComposed: (token: string, draftId: number) => void;
  /** A new mail that was put out of the way, not away. */
  isMinimised: boolean;
  minimise: () => void;
  isSidebarOpen: boolean;
  setIsSidebarOpen: (isOpen: boolean) => void;
  /** The search field takes the focus as soon as it is there: on phones the sidebar that it stands in comes first. */
  isSearchWanted: boolean;
  wantSearch: () => void;
  searchBegun: () => void;
};

const Context = createContext<StoreApi<InboxState> | null>(null);

export function InboxStateProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createInboxState);
  return <Context value={store}>{children}</Context>;
}

/** A part of the state; only what `choose` answers draws the component again, so a key that moves the cursor costs two rows. */
export function useInboxState<T>(choose: (state: InboxState) => T): T {
  return useStore(useInboxStore(), choose);
}

/** The state as it is when an event asks, without hearing of its changes. */
export function useInboxStore(): StoreApi<InboxState> {
  const store = use(Context);
  if (!store) throw new Error("This belongs inside an InboxStateProvider.");
  return store;
}

function createInboxState(): StoreApi<InboxState> {
  return createStore<InboxState>()((set) => ({
    selected: new Set(),
    select: (ids) => {
      const selected = new Set(ids);
      // With the selection its bar goes, and the menus that hang from it.
      set(selected.size === 0 ? { selected, wantedMenu: null } : { selected });
    },
    cursorId: null,
    setCursorId: (cursorId) => set((now) => (now.cursorId === cursorId ? now : { cursorId })),
    wantedMenu: null,
    menuRowId: null,
    setWantedMenu: (wantedMenu, menuRowId = null) => set({ wantedMenu, menuRowId }),
    writing: null,
    setWriting: (writing) => set({ writing }),
    isComposing: false,
    setIsComposing: (isComposing) =>
      set((now) => {
        const goesOn = !isComposing || now.isComposing || now.isMinimised;
        return { isComposing, isMinimised: false, composed: goesOn ? now.composed : begun(null) };
      }),
    composed: begun(null),
    composeDraft: (draftId) =>
      set((now) => {
        const isHeld = now.composed.draftId === draftId && (now.isComposing || now.isMinimised);
        return { isComposing: true, isMinimised: false, composed: isHeld ? now.composed : begun(draftId) };
      }),
    noteComposed: (token, draftId) =>
      set((now) => (now.composed.token === token ? { composed: { token, draftId } } : now)),
    isMinimised: false,
    minimise: () => set({ isComposing: false, isMinimised: true }),
    isSidebarOpen: false,
    setIsSidebarOpen: (isSidebarOpen) => set({ isSidebarOpen }),
    isSearchWanted: false,
    wantSearch: () => set({ isSidebarOpen: true, isSearchWanted: true }),
    searchBegun: () => set({ isSearchWanted: false }),
  }));
}

function begun(draftId: number | null): InboxState["composed"] {
  return { token: randomKey(), draftId };
}
