import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { agentsOptions } from "#lib/query/agents";
import { createQueryClient } from "#lib/query/query-client";
import { requireAgent } from "#server/auth/current-agent";
import { pageStrings } from "#server/http/page-strings";
import { listAgents } from "#server/queries/agents/list-agents";
import { InboxesPage } from "@/components/settings/inboxes-page";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await pageStrings()).settings.pages.inboxes,
});

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
