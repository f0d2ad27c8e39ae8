"use client";

import { useEffect, useEffectEvent, type RefObject } from "react";
import { useShortcut } from "../command/shortcuts.tsx";
import { printPage } from "./print-page.ts";

type OpenMessages = { areAllOpen: boolean; setAll: (open: boolean) => void };

/** The keys of an open conversation: from mail to mail, all open or folded, on paper. */
export function useMessageKeys(list: RefObject<HTMLOListElement | null>, open: OpenMessages): void {
  useShortcut("message.next", () => step(list.current, 1));
  useShortcut("message.previous", () => step(list.current, -1));
  useShortcut("message.expandAll", () => open.setAll(!open.areAllOpen));
  useShortcut("conversation.print", () => {
    open.setAll(true);
    void printPage();
  });
  const expand = useEffectEvent(() => open.setAll(true));
  // The browser's own command: what is not here yet cannot be waited for.
  useEffect(() => {
    const handle = () => expand();
    window.addEventListener("beforeprint", handle);
    return () => window.removeEventListener("beforeprint", handle);
  }, []);
}

/** To the mail after, or before, the one that has the focus; without one, from the newest. */
function step(list: HTMLOListElement | null, by: 1 | -1): void {
  const mails = [...(list?.querySelectorAll<HTMLElement>("li > article, li > button[aria-expanded=false]") ?? [])];
  const focused = mails.findIndex((mail) => mail.contains(document.activeElement));
  const at = focused < 0 ? mails.length - (by < 0 ? 1 : 0) - (by < 0 ? 1 : 1) : focused + by;
  const mail = mails[Math.min(mails.length - 1, Math.max(0, at))];
  const target = mail instanceof HTMLButtonElement ? mail : mail?.querySelector<HTMLElement>("button");
  target?.focus({ preventScroll: true });
  mail?.scrollIntoView({ block: "nearest" });
}
