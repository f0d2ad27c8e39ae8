"use client";

import { useEffect, useEffectEvent, useRef, type RefObject } from "react";
import { useInboxState, useInboxStore } from "./inbox-state.tsx";
import { focusRow } from "./list/row-id.ts";
import { useInboxLocation } from "./use-inbox-location.ts";
import { inboxHref } from "#lib/inbox-location";

/**
 * A row, a menu or an editor that goes takes the focus with it. It goes on to the row that keys act on, else to the list: never to the
 * page as a whole, where a screen reader would begin anew.
 */
export function KeptFocus({ list }: { list: RefObject<HTMLElement | null> }): null {
  const { filter, conversationId } = useInboxLocation();
  const store = useInboxStore();
  const isSelecting = useInboxState((state) => state.selected.size > 0);
  const menu = useInboxState((state) => state.wantedMenu);
  const writing = useInboxState((state) => state.writing);
  const cursorId = useInboxState((state) => state.cursorId);
  const now = [inboxHref(filter, conversationId), isSelecting, menu, writing?.kind, cursorId].join(" ");
  const before = useRef(now);

  const keep = useEffectEvent(() => {
    if (document.activeElement !== document.body) return;
    const id = conversationId ?? store.getState().cursorId;
    if (id === null || !focusRow(id)) list.current?.focus({ preventScroll: true });
  });
  useEffect(() => {
    // A page that has only just come leaves the focus where its reader puts it.
    if (before.current === now) return undefined;
    before.current = now;
    // What closes gives the focus back by itself, in the next frame.
    const frame = requestAnimationFrame(() => requestAnimationFrame(keep));
    return () => cancelAnimationFrame(frame);
  }, [now]);
  return null;
}
