"use client";

import type { ComponentProps, MouseEvent } from "react";
import { inboxHref, type ConversationFilter } from "#lib/inbox-location";
import { isPlainClick } from "../ui/is-plain-click.ts";
import { goTo } from "./use-inbox-location.ts";

export type InboxLinkProps = Omit<ComponentProps<"a">, "href"> & {
  filter: ConversationFilter;
  conversationId?: number | null;
};

/** A real link within the inbox, which a plain click follows without a round trip. */
export function InboxLink({ filter, conversationId = null, onClick, children, ...rest }: InboxLinkProps) {
  const handleClick = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (!isPlainClick(event)) return;
    event.preventDefault();
    goTo(filter, conversationId);
  };
  return (
    <a href={inboxHref(filter, conversationId)} onClick={handleClick} {...rest}>
      {children}
    </a>
  );
}
