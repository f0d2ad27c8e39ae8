"use client";

import { CircleX, Flag, FlagOff, Mail, MailOpen, ShieldAlert, ShieldCheck } from "lucide-react";
import type { Conversation } from "#lib/contracts/conversation";
import { isDeletable } from "#lib/mail/role-mask";
import type { Act } from "#lib/query/act";
import { useKeyLabel } from "../command/shortcuts.tsx";
import { useStrings } from "../language/use-strings.ts";
import { MenuItem } from "../ui/menu.tsx";

export type ActItemsProps = { rows: readonly Conversation[]; onAct: (act: Act) => void };

/** Seen and flagged, or no longer. */
export function MarkItems({ rows, onAct }: ActItemsProps) {
  const words = useStrings().conversation;
  const keyOf = useKeyLabel();
  const isUnseen = rows.some((row) => row.unseen);
  const isFlagged = rows.every((row) => row.flagged);
  return (
    <>
      <MenuItem
        icon={isUnseen ? <MailOpen aria-hidden /> : <Mail aria-hidden />}
        keys={keyOf(isUnseen ? "conversation.seen" : "conversation.unseen")}
        onSelect={() => onAct({ kind: "seen", seen: isUnseen })}
      >
        {isUnseen ? words.markSeen : words.markUnseen}
      </MenuItem>
      <MenuItem
        icon={isFlagged ? <FlagOff aria-hidden /> : <Flag aria-hidden />}
        keys={keyOf("conversation.flag")}
        onSelect={() => onAct({ kind: "flagged", flagged: !isFlagged })}
      >
        {isFlagged ? words.unflag : words.flag}
      </MenuItem>
    </>
  );
}

export function JunkItem({ rows, onAct }: ActItemsProps) {
  const words = useStrings().conversation;
  const keyOf = useKeyLabel();
  const isJunk = rows.every((row) => row.roles.includes("junk"));
  return (
    <MenuItem
      icon={isJunk ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />}
      keys={keyOf("conversation.junk")}
      onSelect={() => onAct({ kind: "move", role: isJunk ? "inbox" : "junk" })}
    >
      {isJunk ? words.notSpam : words.spam}
    </MenuItem>
  );
}

/** Only of what lies in Trash or Spam. */
export function DeleteItem({ rows, onAct }: ActItemsProps) {
  const words = useStrings().conversation;
  if (!rows.every(isDeletable)) return null;
  return (
    <MenuItem icon={<CircleX aria-hidden />} onSelect={() => onAct({ kind: "delete" })}>
      {words.deleteForGood}
    </MenuItem>
  );
}
