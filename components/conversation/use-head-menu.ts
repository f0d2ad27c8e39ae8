"use client";

import type { Conversation } from "#lib/contracts/conversation";
import { useInboxState, type WantedMenu } from "../inbox/inbox-state.tsx";

/** The menus of an open conversation that keys open too, while nothing is selected in the list. */
export function useHeadMenu(row: Conversation) {
  const wantedMenu = useInboxState((state) =>
    state.selected.size === 0 && state.menuRowId === null ? state.wantedMenu : null,
  );
  const setWantedMenu = useInboxState((state) => state.setWantedMenu);
  return (name: WantedMenu) => ({
    rows: [row],
    open: wantedMenu === name,
    onOpenChange: (open: boolean) => setWantedMenu(open ? name : null),
  });
}
