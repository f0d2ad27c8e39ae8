import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { accountsOptions } from "#lib/query/accounts";
import { agentsOptions, inboxesOptions, meOptions } from "#lib/query/agents";
import { countsOptions } from "#lib/query/conversations";
import { createQueryClient } from "#lib/query/query-client";
import { tagsOptions } from "#lib/query/tags";
import { cacheOwner } from "#server/auth/cache-owner";
import { requireAgent } from "#server/auth/current-agent";
import { listAccounts } from "#server/queries/accounts/list-accounts";
import { listAgents } from "#server/queries/agents/list-agents";
import { readMe } from "#server/queries/agents/read-me";
import { countsForPage } from "#server/queries/conversations/get-counts";
import { listInboxes } from "#server/queries/inboxes/list-inboxes";
import { latestSeq } from "#server/queries/live/latest-seq";
import { listTags } from "#server/queries/tags/list-tags";
import { KeptCache } from "@/components/live/kept-cache";
import { LiveUpdates } from "@/components/live/live-updates";
import { OfflinePage } from "@/components/live/offline-page";

/** Everything around the panes: what the sidebar shows, and the stream that keeps it and them true. */
export default async function InboxLayout({ children }: { children: ReactNode }) {
  await connection();
  const agent = await requireAgent();
  const owner = await cacheOwner();
  const since = await latestSeq();
  const client = createQueryClient();
  const counts = await countsForPage(agent);
  if (counts) client.setQueryData(countsOptions().queryKey, counts);
  await Promise.all([
    client.query({ ...meOptions(), queryFn: () => readMe(agent) }),
    client.query({ ...agentsOptions(), queryFn: async () => (await listAgents(agent)).items }),
    client.query({ ...accountsOptions(), queryFn: async () => (await listAccounts(agent)).items }),
    client.query({ ...inboxesOptions(), queryFn: async () => (await listInboxes(agent)).items }),
    client.query({ ...tagsOptions(), queryFn: async () => (await listTags()).items }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      {owner !== null && <KeptCache owner={owner} />}
      <LiveUpdates since={since} />
      <OfflinePage />
      {children}
    </HydrationBoundary>
  );
}
