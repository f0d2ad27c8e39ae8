"use client";

import { Ellipsis, Link, Printer } from "lucide-react";
import type { Conversation } from "#lib/contracts/conversation";
import type { Act } from "#lib/query/act";
import { useKeyLabel, useShortcutRegistry } from "../command/shortcuts.tsx";
import { DeleteItem, JunkItem, MarkItems } from "../inbox/act-items.tsx";
import { useCopyLink } from "../inbox/use-copy-link.ts";
import { useTriage } from "../inbox/use-triage.ts";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../ui/menu.tsx";

export function MoreMenu({ row }: { row: Conversation }) {
  const words = useStrings().conversation;
  const { perform } = useTriage();
  const keyOf = useKeyLabel();
  const registry = useShortcutRegistry();
  const copyLink = useCopyLink();
  const items = { rows: [row], onAct: (wanted: Act) => perform(wanted, [row.id]) };
  return (
    <Menu align="end" trigger={<IconButton look="default" icon={Ellipsis} label={words.moreActions} />}>
      <MarkItems {...items} />
      <JunkItem {...items} />
      <DeleteItem {...items} />
      <MenuSeparator />
      <MenuItem icon={<Link aria-hidden />} keys={keyOf("conversation.copyLink")} onSelect={() => copyLink(row.id)}>
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
