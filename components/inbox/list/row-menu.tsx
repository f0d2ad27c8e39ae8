"use client";

import { useQuery } from "@tanstack/react-query";
import {
  Archive,
  Check,
  Clock,
  ExternalLink,
  FolderInput,
  Hourglass,
  Inbox,
  Link,
  RotateCcw,
  Tag,
  Trash2,
  UserCheck,
  UserPlus,
} from "lucide-react";
import type { Conversation } from "#lib/contracts/conversation";
import { inboxHref, type ConversationFilter } from "#lib/inbox-location";
import type { Act } from "#lib/query/act";
import { meOptions } from "#lib/query/agents";
import { useKeyLabel } from "../../command/shortcuts.tsx";
import { useStrings } from "../../language/use-strings.ts";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { DeleteItem, JunkItem, MarkItems } from "../act-items.tsx";
import { useInboxStore, type WantedMenu } from "../inbox-state.tsx";
import { useCopyLink } from "../use-copy-link.ts";
import { useTriage } from "../use-triage.ts";

export type RowMenuProps = {
  /** What it acts on: the row that was asked, or all that are selected if it is one of them. */
  rows: readonly Conversation[];
  filter: ConversationFilter;
  at: { x: number; y: number };
  onClose: () => void;
};

/** Everything that can be done with a row, where the pointer asked for it; by keyboard with the menu key. */
export function RowMenu({ rows, filter, at, onClose }: RowMenuProps) {
  const strings = useStrings();
  const words = strings.conversation;
  const { data: me } = useQuery(meOptions());
  const store = useInboxStore();
  const { perform } = useTriage();
  const keyOf = useKeyLabel();
  const copyLink = useCopyLink();
  const ids = rows.map((row) => row.id);
  const [first] = rows;
  const act = (wanted: Act) => () => perform(wanted, ids);
  const items = { rows, onAct: (wanted: Act) => perform(wanted, ids) };
  const choose = (menu: WantedMenu) => () => {
    if (ids.length > 1) store.getState().select(ids);
    store.getState().setWantedMenu(menu, ids.length === 1 ? first?.id : null);
  };
  const isClosed = rows.every((row) => row.status === "closed");
  const isAway = rows.every((row) => !row.roles.includes("inbox"));
  const link = first && ids.length === 1 ? inboxHref(filter, first.id) : null;
  return (
    <Menu
      open
      onOpenChange={(open) => !open && onClose()}
      trigger={
        <button type="button" tabIndex={-1} aria-hidden style={{ left: at.x, top: at.y }} className="fixed size-0" />
      }
    >
      <MenuItem
        icon={isClosed ? <RotateCcw aria-hidden /> : <Check aria-hidden />}
        keys={keyOf("conversation.close")}
        onSelect={act({ kind: "status", status: isClosed ? "open" : "closed" })}
      >
        {isClosed ? words.reopen : words.close}
      </MenuItem>
      <MenuItem
        icon={<Hourglass aria-hidden />}
        keys={keyOf("conversation.pending")}
        onSelect={act({ kind: "status", status: "pending" })}
      >
        {words.statuses.pending}
      </MenuItem>
      <MenuItem icon={<Clock aria-hidden />} keys={keyOf("conversation.snooze")} onSelect={choose("snooze")}>
        {words.snooze}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<UserCheck aria-hidden />}
        keys={keyOf("conversation.assignToMe")}
        disabled={!me}
        onSelect={() => me && perform({ kind: "assignee", assignee: { id: me.id, name: me.name } }, ids)}
      >
        {strings.command.commands["conversation.assignToMe"]}
      </MenuItem>
      <MenuItem icon={<UserPlus aria-hidden />} keys={keyOf("conversation.assign")} onSelect={choose("assign")}>
        {words.assign}
      </MenuItem>
      <MenuItem icon={<Tag aria-hidden />} keys={keyOf("conversation.tag")} onSelect={choose("tag")}>
        {words.tag}
      </MenuItem>
      <MenuSeparator />
      <MarkItems {...items} />
      <MenuSeparator />
      <MenuItem
        icon={isAway ? <Inbox aria-hidden /> : <Archive aria-hidden />}
        keys={isAway ? undefined : keyOf("conversation.archive")}
        onSelect={act({ kind: "move", role: isAway ? "inbox" : "archive" })}
      >
        {isAway ? words.toInbox : words.archive}
      </MenuItem>
      <MenuItem icon={<FolderInput aria-hidden />} keys={keyOf("conversation.move")} onSelect={choose("move")}>
        {strings.folders.move}
      </MenuItem>
      <JunkItem {...items} />
      <MenuItem
        icon={<Trash2 aria-hidden />}
        keys={keyOf("conversation.trash")}
        onSelect={act({ kind: "move", role: "trash" })}
      >
        {words.trash}
      </MenuItem>
      <DeleteItem {...items} />
      {link !== null && first && (
        <>
          <MenuSeparator />
          <MenuItem
            icon={<Link aria-hidden />}
            keys={keyOf("conversation.copyLink")}
            onSelect={() => copyLink(first.id)}
          >
            {words.copyLink}
          </MenuItem>
          <MenuItem icon={<ExternalLink aria-hidden />} onSelect={() => window.open(link, "_blank", "noopener")}>
            {strings.inbox.openInTab}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
