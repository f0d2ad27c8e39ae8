"use client";

import { useQuery } from "@tanstack/react-query";
import { Activity } from "lucide-react";
import Link from "next/link";
import { accountsOptions } from "#lib/query/accounts";
import { accountHealthListOptions } from "#lib/query/health";
import { useAnnouncedStates } from "../accounts/use-announced-states.ts";
import { useMayConnect } from "../accounts/use-may-connect.ts";
import { useStrings } from "../language/use-strings.ts";
import { ReadState } from "../settings/read-state.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { HealthTable } from "./health-table.tsx";

/** How the sync of every account does, and the proof that what is here is what the servers have. */
export function HealthPage() {
  const strings = useStrings();
  const words = strings.health;
  const health = useQuery(accountHealthListOptions());
  const { data: accounts } = useQuery(accountsOptions());
  useAnnouncedStates(accounts);
  return (
    <SettingsPage title={strings.settings.pages["sync-health"]} text={words.text}>
      <ReadState query={health}>
        {(rows) => (rows.length === 0 ? <NoAccounts /> : <HealthTable rows={rows} />)}
      </ReadState>
    </SettingsPage>
  );
}

function NoAccounts() {
  const words = useStrings().health;
  const mayConnect = useMayConnect();
  return (
    <Card>
      <EmptyState
        icon={Activity}
        title={words.empty.title}
        text={words.empty.text}
        action={
          mayConnect && (
            <Button asChild look="primary">
              <Link href="/settings/accounts/connect">{words.empty.action}</Link>
            </Button>
          )
        }
      />
    </Card>
  );
}
