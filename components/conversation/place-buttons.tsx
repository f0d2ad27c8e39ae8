"use client";

import { Archive, Clock, FolderInput, Inbox, PanelRight, Trash2 } from "lucide-react";
import type { Conversation } from "#lib/contracts/conversation";
import { useKeyLabel } from "../command/shortcuts.tsx";
import { MoveToFolder } from "../folders/move-to-folder.tsx";
import { useTriage } from "../inbox/use-triage.ts";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { HeadMenu } from "./head-menu.tsx";
import { MoreMenu } from "./more-menu.tsx";
import { SnoozeMenu } from "./snooze-menu.tsx";
import { useContextPane } from "./use-context-pane.ts";
import { useHeadMenu } from "./use-head-menu.ts";

/** Where and when it goes, and all that has no button of its own. */
export function PlaceButtons({ row }: { row: Conversation }) {
  const strings = useStrings();
  const words = strings.conversation;
  const { perform } = useTriage();
  const keyOf = useKeyLabel();
  const { isShown, toggle } = useContextPane();
  const menu = useHeadMenu(row);
  const moves = (role: "inbox" | "archive" | "trash") => () => perform({ kind: "move", role }, [row.id]);
  const isAway =
    !row.roles.includes("inbox") && row.roles.some((role) => role === "archive" || role === "trash" || role === "junk");
  return (
    <>
      <HeadMenu
        menu={SnoozeMenu}
        {...menu("snooze")}
        trigger={<IconButton look="default" icon={Clock} label={words.snooze} keys={keyOf("conversation.snooze")} />}
      />
      {isAway ? (
        <IconButton look="default" icon={Inbox} label={words.toInbox} onClick={moves("inbox")} />
      ) : (
        <IconButton
          look="default"
          icon={Archive}
          label={words.archive}
          keys={keyOf("conversation.archive")}
          onClick={moves("archive")}
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
        onClick={moves("trash")}
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
    </>
  );
}
