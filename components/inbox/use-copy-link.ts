"use client";

import { inboxHref } from "#lib/inbox-location";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { toast } from "../ui/toast.ts";

/** Puts a conversation's address on the clipboard: one that any colleague's view can open. */
export function useCopyLink(): (conversationId: number) => void {
  const words = useFirstStrings().inbox;
  return (conversationId) => {
    const href = new URL(inboxHref({ view: "all", sort: "newest" }, conversationId), window.location.origin).href;
    navigator.clipboard.writeText(href).then(
      () => toast(words.linkCopied, { duration: 2000 }),
      () => toast.error(words.linkNotCopied(href)),
    );
  };
}
