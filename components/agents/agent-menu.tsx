"use client";

import { Ellipsis, Inbox, Link2, UserCheck, UserX } from "lucide-react";
import { toast } from "../ui/toast.ts";
import type { Agent } from "#lib/contracts/agent";
import { useChangeAgent } from "#lib/query/change-agents";
import { useStrings } from "../language/use-strings.ts";
import { afterMenu } from "../settings/after-menu.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../ui/menu.tsx";

export type AgentMenuProps = { agent: Agent; isSelf: boolean; onOpen: (dialog: "inboxes" | "link") => void };

export function AgentMenu({ agent, isSelf, onOpen }: AgentMenuProps) {
  const strings = useStrings();
  const tellFailure = useTellFailure();
  const words = strings.agents;
  const { name, state } = agent;
  const change = useChangeAgent(agent.id);
  const isGone = state === "deactivated";
  const setDeactivated = (deactivated: boolean) =>
    change.mutate(
      { deactivated },
      {
        onError: tellFailure,
        onSuccess: () =>
          toast(deactivated ? words.deactivated(name) : words.activated(name), {
            action: {
              label: strings.common.undo,
              onClick: () => change.mutate({ deactivated: !deactivated }, { onError: tellFailure }),
            },
          }),
      },
    );
  return (
    <Menu align="end" trigger={<IconButton icon={Ellipsis} label={words.menuLabel(name)} />}>
      <MenuItem icon={<Inbox aria-hidden />} onSelect={afterMenu(() => onOpen("inboxes"))}>
        {words.changeInboxes}
      </MenuItem>
      {!isGone && (
        <MenuItem icon={<Link2 aria-hidden />} onSelect={afterMenu(() => onOpen("link"))}>
          {state === "invited" ? words.inviteLink : words.resetLink}
        </MenuItem>
      )}
      {!isSelf && (
        <>
          <MenuSeparator />
          {isGone ? (
            <MenuItem icon={<UserCheck aria-hidden />} onSelect={() => setDeactivated(false)}>
              {words.activate}
            </MenuItem>
          ) : (
            <MenuItem icon={<UserX aria-hidden />} isDanger onSelect={() => setDeactivated(true)}>
              {words.deactivate}
            </MenuItem>
          )}
        </>
      )}
    </Menu>
  );
}
