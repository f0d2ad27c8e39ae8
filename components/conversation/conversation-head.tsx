"use client";

import {
  Archive,
  FolderInput,
  ArrowLeft,
  Check,
  Clock,
  Inbox,
  PanelRight,
  RotateCcw,
  Tag,
  Trash2,
  UserPlus,
} from "lucide-react";
import type { Conversation } from "#lib/contracts/conversation";
import type { Act } from "#lib/query/act";
import { MoveToFolder } from "../folders/move-to-folder.tsx";
import { useKeyLabel } from "../command/shortcuts.tsx";
import { useInboxState, type WantedMenu } from "../inbox/inbox-state.tsx";
import { goTo, useInboxFilter } from "../inbox/use-inbox-location.ts";
import { useTriage } from "../inbox/use-triage.ts";
import { useStrings } from "../language/use-strings.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Time } from "../ui/time.tsx";
import { Tooltip } from "../ui/tooltip.tsx";
import { AssigneeMenu } from "./assignee-menu.tsx";
import { HeadMenu } from "./head-menu.tsx";
import { MoreMenu } from "./more-menu.tsx";
import { SnoozeMenu } from "./snooze-menu.tsx";
import { StatusMenu } from "./status-menu.tsx";
import { TagMenu } from "./tag-menu.tsx";
import { useContextPane } from "./use-context-pane.ts";

/** The subject, and everything that is decided about a conversation as a whole. */
export function ConversationHead({ row }: { row: Conversation }) {
  const strings = useStrings();
  const words = strings.conversation;
  const filter = useInboxFilter();
  const { perform } = useTriage();
  const keyOf = useKeyLabel();
  const { isShown, toggle } = useContextPane();
  const menu = useHeadMenu(row);
  const act = (wanted: Act) => () => perform(wanted, [row.id]);
  const isAway =
    !row.roles.includes("inbox") && row.roles.some((role) => role === "archive" || role === "trash" || role === "junk");
  return (
    <header className="shrink-0 border-b border-line px-6 py-3 max-pair:px-3 max-pair:py-2">
      <div className="flex items-center gap-1.5">
        <IconButton
          icon={ArrowLeft}
          label={strings.common.back}
          keys={keyOf("list.back")}
          onClick={() => goTo(filter, null)}
          className="size-9 pair:hidden"
        />
        <h2
          data-print="subject"
          dir="auto"
          className="min-w-0 grow text-lg tracking-[-0.01em] max-pair:line-clamp-2 max-pair:text-base max-pair:wrap-anywhere pair:truncate"
          title={row.subject}
        >
          {row.subject || strings.inbox.noSubject}
        </h2>
        <HeadMenu
          menu={SnoozeMenu}
          {...menu("snooze")}
          trigger={<IconButton look="default" icon={Clock} label={words.snooze} keys={keyOf("conversation.snooze")} />}
        />
        {isAway ? (
          <IconButton
            look="default"
            icon={Inbox}
            label={words.toInbox}
            onClick={act({ kind: "move", role: "inbox" })}
          />
        ) : (
          <IconButton
            look="default"
            icon={Archive}
            label={words.archive}
            keys={keyOf("conversation.archive")}
            onClick={act({ kind: "move", role: "archive" })}
          />
        )}
        <HeadMenu
          menu={MoveToFolder}
          {...menu("move")}
          trigger={
            <IconButton
              look="default"
              icon={FolderInput}
              label={strings.folders.move}
              keys={keyOf("conversation.move")}
            />
          }
        />
        <IconButton
          look="default"
          icon={Trash2}
          label={words.trash}
          keys={keyOf("conversation.trash")}
          onClick={act({ kind: "move", role: "trash" })}
        />
        <MoreMenu row={row} />
        <IconButton
          look="default"
          icon={PanelRight}
          label={words.toggleContext}
          keys={keyOf("conversation.context")}
          aria-pressed={isShown}
          onClick={toggle}
          className="max-wide:hidden"
        />
      </div>
      <div className="mt-2 flex items-center gap-1.5">
        <StatusMenu row={row} />
        <HeadMenu
          menu={AssigneeMenu}
          {...menu("assign")}
          trigger={<AssigneeButton row={row} keys={keyOf("conversation.assign")} />}
        />
        <div className="flex min-w-0 items-center gap-1.5 overflow-x-auto [scrollbar-width:none]">
          {row.snoozedUntil !== null && (
            <Chip size="md" start={<Clock aria-hidden className="size-3!" />} className="shrink-0">
              <Time instant={row.snoozedUntil} form="full" className="tabular-nums" />
            </Chip>
          )}
          {row.tags.map((tag) => (
            <Chip
              key={tag.id}
              size="md"
              color={tag.color}
              hidesRemove
              className="shrink-0"
              removeLabel={words.removeTag(tag.name)}
              onRemove={act({ kind: "tag", tag, on: false })}
            >
              {tag.name}
            </Chip>
          ))}
        </div>
        <HeadMenu
          menu={TagMenu}
          {...menu("tag")}
          trigger={<IconButton icon={Tag} label={words.tag} keys={keyOf("conversation.tag")} />}
        />
        <CloseButton row={row} keys={keyOf("conversation.close")} onAct={(wanted) => perform(wanted, [row.id])} />
      </div>
    </header>
  );
}

/** The menus that keys open too, while nothing is selected in the list. */
function useHeadMenu(row: Conversation) {
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

function AssigneeButton({ row, keys, ...rest }: { row: Conversation; keys: string }) {
  const words = useStrings().conversation;
  const name = row.assignee?.name;
  return (
    <Tooltip label={words.assign} keys={keys}>
      <Button aria-label={name === undefined ? words.assign : `${words.assignee}: ${name}`} {...rest}>
        {name === undefined ? <UserPlus aria-hidden /> : <Avatar name={name} size="sm" />}
        <span className="max-w-24 truncate max-pair:sr-only">{name?.split(/\s/)[0] ?? words.assign}</span>
      </Button>
    </Tooltip>
  );
}

type CloseButtonProps = { row: Conversation; keys: string; onAct: (act: Act) => void };

function CloseButton({ row, keys, onAct }: CloseButtonProps) {
  const words = useStrings().conversation;
  const isClosed = row.status === "closed";
  return (
    <Button
      look={isClosed ? "default" : "primary"}
      keys={keys}
      className="ml-auto"
      onClick={() => onAct({ kind: "status", status: isClosed ? "open" : "closed" })}
    >
      {isClosed ? <RotateCcw aria-hidden /> : <Check aria-hidden />}
      {isClosed ? words.reopen : words.close}
    </Button>
  );
}
