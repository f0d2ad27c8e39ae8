import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { agentsOptions } from "#lib/query/agents";
import { createQueryClient } from "#lib/query/query-client";
import { strings } from "#lib/strings/strings";
import { requireAgent } from "#server/auth/current-agent";
import { listAgents } from "#server/queries/agents/list-agents";
import { InboxesPage } from "@/components/settings/inboxes-page";

export const metadata: Metadata = { title: strings.settings.pages.inboxes };

export default async function InboxesSettingsPage() {
  const agent = await requireAgent();
  const client = createQueryClient();
  await client.query({ ...agentsOptions(), queryFn: async () => (await listAgents(agent)).items });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <InboxesPage />
    </HydrationBoundary>
  );
}
