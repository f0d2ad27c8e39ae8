"use client";

import {
  CircleX,
  Ellipsis,
  Flag,
  FlagOff,
  Link,
  Mail,
  MailOpen,
  Printer,
  ShieldAlert,
  ShieldCheck,
} from "lucide-react";
import { toast } from "../ui/toast.ts";
import type { Conversation } from "#lib/contracts/conversation";
import { inboxHref } from "#lib/inbox-location";
import { isDeletable } from "#lib/mail/role-mask";
import type { Act } from "#lib/query/act";
import { useKeyLabel, useShortcutRegistry } from "../command/shortcuts.tsx";
import { useTriage } from "../inbox/use-triage.ts";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../ui/menu.tsx";

export function MoreMenu({ row }: { row: Conversation }) {
  const words = useStrings().conversation;
  const { perform } = useTriage();
  const keyOf = useKeyLabel();
  const registry = useShortcutRegistry();
  const copyLink = async () => {
    await navigator.clipboard.writeText(
      new URL(inboxHref({ view: "all", sort: "newest" }, row.id), location.origin).href,
    );
    toast(words.linkCopied);
  };
  const act = (wanted: Act) => () => perform(wanted, [row.id]);
  const isJunk = row.roles.includes("junk");
  return (
    <Menu align="end" trigger={<IconButton look="default" icon={Ellipsis} label={words.moreActions} />}>
      <MenuItem
        icon={row.unseen ? <MailOpen aria-hidden /> : <Mail aria-hidden />}
        keys={keyOf(row.unseen ? "conversation.seen" : "conversation.unseen")}
        onSelect={act({ kind: "seen", seen: row.unseen })}
      >
        {row.unseen ? words.markSeen : words.markUnseen}
      </MenuItem>
      <MenuItem
        icon={row.flagged ? <FlagOff aria-hidden /> : <Flag aria-hidden />}
        keys={keyOf("conversation.flag")}
        onSelect={act({ kind: "flagged", flagged: !row.flagged })}
      >
        {row.flagged ? words.unflag : words.flag}
      </MenuItem>
      <MenuItem
        icon={isJunk ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />}
        keys={keyOf("conversation.junk")}
        onSelect={act({ kind: "move", role: isJunk ? "inbox" : "junk" })}
      >
        {isJunk ? words.notSpam : words.spam}
      </MenuItem>
      {isDeletable(row) && (
        <MenuItem icon={<CircleX aria-hidden />} onSelect={act({ kind: "delete" })}>
          {words.deleteForGood}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={<Link aria-hidden />} onSelect={() => void copyLink()}>
        {words.copyLink}
      </MenuItem>
      <MenuItem
        icon={<Printer aria-hidden />}
        keys={keyOf("conversation.print")}
        onSelect={() => registry.run("conversation.print")}
      >
        {words.print}
      </MenuItem>
    </Menu>
  );
}
