"use client";

import type { Conversation } from "#lib/contracts/conversation";
import type { ConversationFilter } from "#lib/inbox-location";
import { MenuActs } from "../../ui/menu-acts.tsx";
import { PointMenu, type Point } from "../../ui/point-menu.tsx";
import { useConversationActs } from "../use-conversation-acts.tsx";

export type RowMenuProps = {
  /** What it acts on: the row that was asked, or all that are selected if it is one of them. */
  rows: readonly Conversation[];
  filter: ConversationFilter;
  at: Point;
  onClose: () => void;
};

/** Everything that can be done with a row, where the pointer asked for it; by keyboard with the menu key. */
export function RowMenu({ rows, filter, at, onClose }: RowMenuProps) {
  const acts = useConversationActs(rows, filter);
  return (
    <PointMenu at={at} onClose={onClose}>
      <MenuActs
        groups={[
          [acts.close, acts.pend, acts.snooze],
          [acts.take, acts.assign, acts.tag],
          [acts.seen, acts.flag],
          [acts.archive, acts.move, acts.junk, acts.trash, acts.deleteForGood],
          [acts.select, acts.copyLink, acts.openInTab],
        ]}
      />
    </PointMenu>
  );
}
