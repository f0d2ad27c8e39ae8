"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { agentsOptions, inboxesOptions, meOptions } from "#lib/query/agents";
import { useStrings } from "../language/use-strings.ts";
import { ReadState } from "../settings/read-state.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
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
  const invite = isAdmin && (
    <Button look="primary" onClick={() => setIsInviting(true)}>
      {words.invite}
    </Button>
  );
  return (
    <SettingsPage title={strings.settings.pages.agents} text={words.text} action={invite}>
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
          </Card>
        )}
      </ReadState>
      {isAdmin && <InvitationsSection />}
      {isInviting && <InviteDialog inboxes={inboxes} onClose={() => setIsInviting(false)} />}
    </SettingsPage>
  );
}
