import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { accountsOptions } from "#lib/query/accounts";
import { inboxesOptions, meOptions } from "#lib/query/agents";
import { createQueryClient } from "#lib/query/query-client";
import { workspaceOptions } from "#lib/query/workspace";
import { requireAgent } from "#server/auth/current-agent";
import { listAccounts } from "#server/queries/accounts/list-accounts";
import { readMe } from "#server/queries/agents/read-me";
import { listInboxes } from "#server/queries/inboxes/list-inboxes";
import { latestSeq } from "#server/queries/live/latest-seq";
import { readWorkspace } from "#server/queries/workspace/read-workspace";
import { AllWords } from "@/components/language/all-words";
import { LiveUpdates } from "@/components/live/live-updates";
import { OfflinePage } from "@/components/live/offline-page";
import { SettingsShell } from "@/components/settings/settings-shell";

/** Around every page of the settings: what most of them show, and the stream that keeps it true. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await connection();
  const agent = await requireAgent();
  const since = await latestSeq();
  const client = createQueryClient();
  await Promise.all([
    client.query({ ...meOptions(), queryFn: () => readMe(agent) }),
    client.query({ ...accountsOptions(), queryFn: async () => (await listAccounts(agent)).items }),
    client.query({ ...inboxesOptions(), queryFn: async () => (await listInboxes(agent)).items }),
    client.query({ ...workspaceOptions(), queryFn: () => readWorkspace() }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <LiveUpdates since={since} />
      <OfflinePage />
      <AllWords>
        <SettingsShell>{children}</SettingsShell>
      </AllWords>
    </HydrationBoundary>
  );
}
