"use client";

import {
  Archive,
  FolderInput,
  Check,
  CircleX,
  Clock,
  MailOpen,
  Mail,
  ShieldAlert,
  Tag,
  Trash2,
  UserPlus,
  X,
} from "lucide-react";
import type { Conversation } from "#lib/contracts/conversation";
import { isDeletable } from "#lib/mail/role-mask";
import type { Act } from "#lib/query/act";
import { MoveToFolder } from "../../folders/move-to-folder.tsx";
import { useKeyLabel } from "../../command/shortcuts.tsx";
import { AssigneeMenu } from "../../conversation/assignee-menu.tsx";
import { HeadMenu } from "../../conversation/head-menu.tsx";
import { SnoozeMenu } from "../../conversation/snooze-menu.tsx";
import { TagMenu } from "../../conversation/tag-menu.tsx";
import { useStrings } from "../../language/use-strings.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useInboxState, type WantedMenu } from "../inbox-state.tsx";
import { useTriage } from "../use-triage.ts";

/** What can be done to all that is selected, where the list's name was. */
export function BulkBar({ rows }: { rows: readonly Conversation[] }) {
  const strings = useStrings();
  const words = strings.conversation;
  const { selected, select, wantedMenu, menuRowId, setWantedMenu } = useInboxState((state) => state);
  const { perform } = useTriage();
  const keyOf = useKeyLabel();
  const chosen = rows.filter((row) => selected.has(row.id));
  const isAll = chosen.length === rows.length;
  const isUnseen = chosen.some((row) => row.unseen);
  const act = (wanted: Act) => () => perform(wanted, [...selected]);
  const menu = (name: WantedMenu) => ({
    rows: chosen,
    open: wantedMenu === name && menuRowId === null,
    onOpenChange: (open: boolean) => setWantedMenu(open ? name : null),
  });
  return (
    // As high as the head whose place it takes, so that the list stays where it is.
    <header className="@container flex h-12 pointer-coarse:h-[calc(3rem+1px)] shrink-0 items-center gap-0.5 border-b border-line px-2 pair:gap-0 pointer-coarse:[&_button]:h-11 pointer-coarse:[&_button]:min-w-0 pointer-coarse:[&_button]:shrink pointer-coarse:[&_button]:grow">
      <Checkbox
        checked={isAll || "indeterminate"}
        aria-label={isAll ? strings.inbox.selectNone : strings.inbox.selectAll}
        onCheckedChange={() => select(isAll ? [] : rows.map((row) => row.id))}
      />
      <span className="mr-auto min-w-0 pl-2 font-strong tabular-nums" title={strings.inbox.selected(selected.size)}>
        <span aria-hidden className="@min-[27rem]:hidden">
          {selected.size}
        </span>
        <span className="truncate @max-[27rem]:sr-only">{strings.inbox.selected(selected.size)}</span>
      </span>
      <IconButton
        icon={Check}
        label={words.close}
        keys={keyOf("conversation.close")}
        onClick={act({ kind: "status", status: "closed" })}
      />
      <IconButton
        icon={Archive}
        label={words.archive}
        keys={keyOf("conversation.archive")}
        onClick={act({ kind: "move", role: "archive" })}
      />
      <HeadMenu
        menu={MoveToFolder}
        {...menu("move")}
        trigger={<IconButton icon={FolderInput} label={strings.folders.move} keys={keyOf("conversation.move")} />}
      />
      {chosen.length > 0 && chosen.every(isDeletable) ? (
        <IconButton icon={CircleX} label={words.deleteForGood} onClick={act({ kind: "delete" })} />
      ) : (
        <IconButton
          icon={Trash2}
          label={words.trash}
          keys={keyOf("conversation.trash")}
          onClick={act({ kind: "move", role: "trash" })}
        />
      )}
      <IconButton
        icon={ShieldAlert}
        label={words.spam}
        keys={keyOf("conversation.junk")}
        onClick={act({ kind: "move", role: "junk" })}
      />
      <IconButton
        icon={isUnseen ? MailOpen : Mail}
        label={isUnseen ? words.markSeen : words.markUnseen}
        keys={keyOf(isUnseen ? "conversation.seen" : "conversation.unseen")}
        onClick={act({ kind: "seen", seen: isUnseen })}
      />
      <HeadMenu
        menu={AssigneeMenu}
        {...menu("assign")}
        trigger={<IconButton icon={UserPlus} label={words.assign} keys={keyOf("conversation.assign")} />}
      />
      <HeadMenu
        menu={TagMenu}
        {...menu("tag")}
        trigger={<IconButton icon={Tag} label={words.tag} keys={keyOf("conversation.tag")} />}
      />
      <HeadMenu
        menu={SnoozeMenu}
        {...menu("snooze")}
        trigger={<IconButton icon={Clock} label={words.snooze} keys={keyOf("conversation.snooze")} />}
      />
      <IconButton icon={X} label={strings.inbox.selectNone} keys="Esc" onClick={() => select([])} />
    </header>
  );
}
