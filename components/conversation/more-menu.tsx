"use client";

import { Ellipsis } from "lucide-react";
import type { Conversation } from "#lib/contracts/conversation";
import { useConversationActs } from "../inbox/use-conversation-acts.tsx";
import { useInboxFilter } from "../inbox/use-inbox-location.ts";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { MenuActs } from "../ui/menu-acts.tsx";
import { Menu } from "../ui/menu.tsx";

/** What has no button of its own in the head. */
export function MoreMenu({ row }: { row: Conversation }) {
  const words = useStrings().conversation;
  return (
    <Menu align="end" trigger={<IconButton look="default" icon={Ellipsis} label={words.moreActions} />}>
      <MoreActs row={row} />
    </Menu>
  );
}

/** Gathered only once the menu is open. */
function MoreActs({ row }: { row: Conversation }) {
  const acts = useConversationActs([row], useInboxFilter());
  return (
    <MenuActs
      groups={[
        [acts.seen, acts.flag, acts.junk, acts.deleteForGood],
        [acts.copyLink, acts.openInTab, acts.print],
      ]}
    />
  );
}
