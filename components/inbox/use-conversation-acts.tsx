"use client";

import { useQuery } from "@tanstack/react-query";
import {
  Archive, Check, CircleX, Clock, ExternalLink, Flag, FlagOff, FolderInput, Hourglass, Inbox, Link, Mail, MailOpen, Printer, RotateCcw,
  ShieldAlert, ShieldCheck, SquareCheck, Tag, Trash2, UserCheck, UserPlus,
} from "lucide-react"; // prettier-ignore
import type { Conversation } from "#lib/contracts/conversation";
import { inboxHref, type ConversationFilter } from "#lib/inbox-location";
import { isDeletable } from "#lib/mail/role-mask";
import type { Act } from "#lib/query/act";
import { meOptions } from "#lib/query/agents";
import type { Command } from "#lib/shortcuts";
import { useKeyLabel, useShortcutRegistry } from "../command/shortcuts.tsx";
import { useStrings } from "../language/use-strings.ts";
import type { MenuAct } from "../ui/menu-acts.tsx";
import { useInboxStore, type WantedMenu } from "./inbox-state.tsx";
import { useCopyLink } from "./use-copy-link.ts";
import { useTriage } from "./use-triage.ts";

/** Everything that menus offer to do with conversations, by name: what one of them leaves out, another may have. */
export function useConversationActs(rows: readonly Conversation[], filter: ConversationFilter) {
  const strings = useStrings();
  const words = strings.conversation;
  const { data: me } = useQuery(meOptions());
  const store = useInboxStore();
  const { perform } = useTriage();
  const keyOf = useKeyLabel();
  const registry = useShortcutRegistry();
  const copyLink = useCopyLink();
  const ids = rows.map((row) => row.id);
  const only = rows.length === 1 ? rows[0] : undefined;
  const act = (id: string, icon: MenuAct["icon"], label: string, wanted: Act, command?: Command): MenuAct => ({
    id, icon, label, keys: command && keyOf(command), run: () => perform(wanted, ids),
  }); // prettier-ignore
  const opens = (menu: NonNullable<WantedMenu>, icon: MenuAct["icon"], label: string, command: Command): MenuAct => ({
    id: menu,
    icon,
    label,
    keys: keyOf(command),
    run: () => {
      if (ids.length > 1) store.getState().select(ids);
      store.getState().setWantedMenu(menu, only?.id ?? null);
    },
  });
  const isClosed = rows.every((row) => row.status === "closed");
  const isAway = rows.every((row) => !row.roles.includes("inbox"));
  const isUnseen = rows.some((row) => row.unseen);
  const isFlagged = rows.every((row) => row.flagged);
  const isJunk = rows.every((row) => row.roles.includes("junk"));
  return {
    select: only
      ? { id: "select", icon: <SquareCheck aria-hidden />, label: strings.command.commands["list.select"], keys: keyOf("list.select"), run: () => store.getState().select([...store.getState().selected, ...ids]) }
      : null,
    close: isClosed
      ? act("close", <RotateCcw aria-hidden />, words.reopen, { kind: "status", status: "open" }, "conversation.close")
      : act("close", <Check aria-hidden />, words.close, { kind: "status", status: "closed" }, "conversation.close"),
    pend: act("pend", <Hourglass aria-hidden />, words.statuses.pending, { kind: "status", status: "pending" }, "conversation.pending"),
    snooze: opens("snooze", <Clock aria-hidden />, words.snooze, "conversation.snooze"),
    take: {
      ...act("take", <UserCheck aria-hidden />, strings.command.commands["conversation.assignToMe"], { kind: "assignee", assignee: me ? { id: me.id, name: me.name } : null }, "conversation.assignToMe"),
      isDisabled: !me,
    },
    assign: opens("assign", <UserPlus aria-hidden />, words.assign, "conversation.assign"),
    tag: opens("tag", <Tag aria-hidden />, words.tag, "conversation.tag"),
    seen: isUnseen
      ? act("seen", <MailOpen aria-hidden />, words.markSeen, { kind: "seen", seen: true }, "conversation.seen")
      : act("seen", <Mail aria-hidden />, words.markUnseen, { kind: "seen", seen: false }, "conversation.unseen"),
    flag: act("flag", isFlagged ? <FlagOff aria-hidden /> : <Flag aria-hidden />, isFlagged ? words.unflag : words.flag, { kind: "flagged", flagged: !isFlagged }, "conversation.flag"),
    archive: isAway
      ? act("archive", <Inbox aria-hidden />, words.toInbox, { kind: "move", role: "inbox" })
      : act("archive", <Archive aria-hidden />, words.archive, { kind: "move", role: "archive" }, "conversation.archive"),
    move: opens("move", <FolderInput aria-hidden />, strings.folders.move, "conversation.move"),
    junk: act("junk", isJunk ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />, isJunk ? words.notSpam : words.spam, { kind: "move", role: isJunk ? "inbox" : "junk" }, "conversation.junk"),
    trash: act("trash", <Trash2 aria-hidden />, words.trash, { kind: "move", role: "trash" }, "conversation.trash"),
    /** Only of what lies in Trash or Spam. */
    deleteForGood: rows.every(isDeletable)
      ? act("delete", <CircleX aria-hidden />, words.deleteForGood, { kind: "delete" })
      : null,
    copyLink: only
      ? { id: "copy-link", icon: <Link aria-hidden />, label: words.copyLink, keys: keyOf("conversation.copyLink"), run: () => copyLink(only.id) }
      : null,
    openInTab: only
      ? { id: "open-in-tab", icon: <ExternalLink aria-hidden />, label: strings.inbox.openInTab, run: () => void window.open(inboxHref(filter, only.id), "_blank", "noopener") }
      : null,
    /** Of the one that is open. */
    print: { id: "print", icon: <Printer aria-hidden />, label: words.print, keys: keyOf("conversation.print"), run: () => void registry.run("conversation.print") },
  } satisfies Record<string, MenuAct | null>; // prettier-ignore
}
