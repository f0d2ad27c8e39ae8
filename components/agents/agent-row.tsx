"use client";

import { useState } from "react";
import { cn } from "#lib/cn";
import type { Agent, Inbox } from "#lib/contracts/agent";
import type { Strings } from "#lib/strings/strings";
import { useStrings } from "../language/use-strings.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { AgentInboxesDialog } from "./agent-inboxes-dialog.tsx";
import { AgentMenu } from "./agent-menu.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { RoleSelect } from "./role-select.tsx";

export type AgentRowProps = { agent: Agent; inboxes: readonly Inbox[]; isSelf: boolean; mayChange: boolean };

export function AgentRow({ agent, inboxes, isSelf, mayChange }: AgentRowProps) {
  const strings = useStrings();
  const words = strings.agents;
  const [dialog, setDialog] = useState<"inboxes" | "link" | null>(null);
  const isGone = agent.state === "deactivated";
  return (
    <li className="grid min-h-[57px] grid-cols-[32px_minmax(0,1.6fr)_minmax(0,1fr)_112px_28px] items-center gap-3.5 border-b border-line px-4 py-2 last:border-0 max-pair:grid-cols-[32px_minmax(0,1fr)_28px] max-pair:gap-y-1.5 max-pair:py-3">
      <Avatar name={agent.name} size="lg" className={cn(isGone && "opacity-50 grayscale")} />
      <div className="min-w-0">
        <p className="flex items-center gap-2">
          <b className={cn("truncate", isGone && "text-ink-3")}>{agent.name}</b>
          {isSelf && <span className="text-xs text-ink-3">{words.you}</span>}
          {agent.state !== "active" && (
            <Badge tone={agent.state === "invited" ? "accent" : "default"}>{words.states[agent.state]}</Badge>
          )}
        </p>
        <p className="truncate text-xs text-ink-3">{agent.emailAddress}</p>
      </div>
      <span className="truncate text-xs text-ink-3 max-pair:col-start-2 max-pair:row-start-2">
        {inboxWords(strings, agent, inboxes)}
      </span>
      <div className="flex justify-end max-pair:col-start-2 max-pair:row-start-3 max-pair:justify-start">
        {mayChange && !isGone ? (
          <RoleSelect agent={agent} />
        ) : (
          <span className="text-xs text-ink-3">{words.roles[agent.role].label}</span>
        )}
      </div>
      {mayChange && <AgentMenu agent={agent} isSelf={isSelf} onOpen={setDialog} />}
      {dialog === "inboxes" && <AgentInboxesDialog agent={agent} inboxes={inboxes} onClose={() => setDialog(null)} />}
      {dialog === "link" && <LinkDialog agent={agent} onClose={() => setDialog(null)} />}
    </li>
  );
}

/** Only inboxes that the one who looks knows of are named. */
function inboxWords(strings: Strings, { inboxIds }: Agent, inboxes: readonly Inbox[]): string {
  const words = strings.agents;
  const names = inboxes.filter(({ id }) => inboxIds.includes(id)).map(({ name }) => name);
  if (inboxIds.length === 0) return words.noInbox;
  if (inboxes.length > 1 && names.length === inboxes.length) return words.allInboxes;
  return names.join(", ");
}
