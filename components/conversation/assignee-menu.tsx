"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, UserX } from "lucide-react";
import { agentsOptions, meOptions } from "#lib/query/agents";
import { useTriage } from "../inbox/use-triage.ts";
import { useStrings } from "../language/use-strings.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Combobox, ComboboxItem } from "../ui/combobox.tsx";
import type { TargetMenuProps } from "./target-menu.ts";

/** Whom conversations are given to: only those who may see them. */
export function AssigneeMenu({ rows, ...opening }: TargetMenuProps) {
  const strings = useStrings();
  const words = strings.conversation;
  const { data: me } = useQuery(meOptions());
  const { data: agents = [] } = useQuery(agentsOptions());
  const { perform } = useTriage();
  const inboxIds = new Set(rows.flatMap((row) => row.inboxIds));
  const able = agents
    .filter((agent) => agent.state === "active" && agent.inboxIds.some((id) => inboxIds.has(id)))
    .sort((a, b) => Number(b.id === me?.id) - Number(a.id === me?.id) || a.name.localeCompare(b.name));
  const assign = (assignee: { id: number; name: string } | null) => {
    opening.onOpenChange(false);
    perform(
      { kind: "assignee", assignee },
      rows.map((row) => row.id),
    );
  };
  const isAssigned = (id: number | null) => rows.every((row) => (row.assignee?.id ?? null) === id);
  return (
    <Combobox {...opening} label={words.assignee} placeholder={words.findAgent} emptyText={words.noAgents}>
      {able.map((agent) => (
        <ComboboxItem
          key={agent.id}
          value={`${agent.name} ${agent.emailAddress}`}
          isChecked={isAssigned(agent.id)}
          onSelect={() => assign({ id: agent.id, name: agent.name })}
        >
          <Avatar name={agent.name} size="sm" />
          <span className="truncate">{agent.name}</span>
          {agent.id === me?.id && <span className="text-xs text-ink-3">{strings.common.you}</span>}
          {isAssigned(agent.id) && <Check aria-hidden className="ml-auto size-3.5!" />}
        </ComboboxItem>
      ))}
      <ComboboxItem value={words.nobody} isChecked={isAssigned(null)} onSelect={() => assign(null)}>
        <UserX aria-hidden className="mx-px" />
        {words.nobody}
        {isAssigned(null) && <Check aria-hidden className="ml-auto size-3.5!" />}
      </ComboboxItem>
    </Combobox>
  );
}
