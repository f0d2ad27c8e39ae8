"use client";

import { useQuery } from "@tanstack/react-query";
import { toast } from "../ui/toast.ts";
import { invitationsOptions, useRevokeInvitation } from "#lib/query/change-agents";
import { useStrings } from "../language/use-strings.ts";
import { SettingsSection } from "../settings/settings-section.tsx";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Dotted } from "../ui/dotted.tsx";
import { Time } from "../ui/time.tsx";

/** Links that still open a door; nothing at all while there are none. */
export function InvitationsSection() {
  const strings = useStrings();
  const tellFailure = useTellFailure();
  const words = strings.agents;
  const { data: invitations = [] } = useQuery(invitationsOptions());
  const revoke = useRevokeInvitation();
  if (invitations.length === 0) return null;
  return (
    <SettingsSection title={words.invitations} text={words.invitationsText}>
      <Card>
        <ul>
          {invitations.map((invitation) => (
            <li key={invitation.id} className="flex items-center gap-3 border-b border-line px-4 py-2.5 last:border-0">
              <div className="min-w-0 grow">
                <p className="truncate text-ink">{invitation.name}</p>
                <Dotted
                  className="text-xs wrap-anywhere text-ink-3"
                  parts={[
                    invitation.emailAddress,
                    <>
                      {words.expires} <Time instant={invitation.expiresAt} isWithin form="full" />
                    </>,
                  ]}
                />
              </div>
              <Button
                aria-label={words.revokeLabel(invitation.emailAddress)}
                onClick={() =>
                  revoke.mutate(invitation, {
                    onSuccess: () => void toast(words.revoked(invitation.emailAddress)),
                    onError: tellFailure,
                  })
                }
              >
                {words.revoke}
              </Button>
            </li>
          ))}
        </ul>
      </Card>
    </SettingsSection>
  );
}
