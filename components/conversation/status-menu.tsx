"use client";

import { ChevronDown } from "lucide-react";
import { conversationStatuses, type ConversationStatus } from "#lib/contracts/vocabulary";
import type { Conversation } from "#lib/contracts/conversation";
import { useTriage } from "../inbox/use-triage.ts";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { Dot, type DotProps } from "../ui/dot.tsx";
import { Menu, MenuCheckItem } from "../ui/menu.tsx";

export const statusTones: Record<ConversationStatus, NonNullable<DotProps["tone"]>> = {
  open: "good",
  pending: "warn",
  closed: "quiet",
};

export function StatusMenu({ row }: { row: Conversation }) {
  const words = useStrings().conversation;
  const { perform } = useTriage();
  return (
    <Menu
      trigger={
        <Button aria-label={`${words.status}: ${words.statuses[row.status]}`}>
          <Dot tone={statusTones[row.status]} />
          {words.statuses[row.status]}
          <ChevronDown aria-hidden className="size-3!" />
        </Button>
      }
    >
      {conversationStatuses.map((status) => (
        <MenuCheckItem
          key={status}
          icon={<Dot tone={statusTones[status]} />}
          checked={row.status === status}
          onCheckedChange={() => perform({ kind: "status", status }, [row.id])}
        >
          {words.statuses[status]}
        </MenuCheckItem>
      ))}
    </Menu>
  );
}
