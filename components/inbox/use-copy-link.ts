"use client";

import { inboxHref } from "#lib/inbox-location";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { useCopyText } from "./use-copy-text.ts";

/** Puts a conversation's address on the clipboard: one that any colleague's view can open. */
export function useCopyLink(): (conversationId: number) => void {
  const copyHref = useCopyHref();
  return (conversationId) => copyHref(inboxHref({ view: "all", sort: "newest" }, conversationId));
}

/** Any address of ours, made whole. */
export function useCopyHref(): (href: string) => void {
  const words = useFirstStrings().inbox;
  const copyText = useCopyText();
  return (href) => copyText(new URL(href, window.location.origin).href, words.linkCopied);
}
