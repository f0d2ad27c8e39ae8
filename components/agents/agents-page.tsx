"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useState } from "react";
import { agentsOptions, inboxesOptions, meOptions } from "#lib/query/agents";
import { useStrings } from "../language/use-strings.ts";
import { AddButton } from "../settings/add-button.tsx";
import { ReadState } from "../settings/read-state.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { AgentRow } from "./agent-row.tsx";
import { InvitationsSection } from "./invitations-section.tsx";
import { InviteDialog } from "./invite-dialog.tsx";

const order = { active: 0, invited: 1, deactivated: 2 };

export function AgentsPage() {
  const strings = useStrings();
  const words = strings.agents;
  const agents = useQuery(agentsOptions());
  const { data: inboxes = [] } = useQuery(inboxesOptions());
  const { data: me } = useQuery(meOptions());
  const [isInviting, setIsInviting] = useState(false);
  const isAdmin = me?.role === "admin";
  const isAlone = agents.data?.length === 1;
  const invite = isAdmin && <AddButton onAdd={() => setIsInviting(true)}>{words.invite}</AddButton>;
  return (
    <SettingsPage title={strings.settings.pages.agents} text={words.text} action={!isAlone && invite}>
      <ReadState query={agents}>
        {(items) => (
          <Card>
            <ul>
              {items
                .toSorted((a, b) => order[a.state] - order[b.state] || a.name.localeCompare(b.name))
                .map((agent) => (
                  <AgentRow
                    key={agent.id}
                    agent={agent}
                    inboxes={inboxes}
                    isSelf={agent.id === me?.id}
                    mayChange={isAdmin}
                  />
                ))}
            </ul>
            {isAlone && isAdmin && (
              <EmptyState icon={Users} {...words.alone} action={invite} className="border-t border-line py-8" />
            )}
          </Card>
        )}
      </ReadState>
      {isAdmin && <InvitationsSection />}
      {isInviting && <InviteDialog inboxes={inboxes} onClose={() => setIsInviting(false)} />}
    </SettingsPage>
  );
}
