import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { agentsOptions } from "#lib/query/agents";
import { invitationsOptions } from "#lib/query/change-agents";
import { createQueryClient } from "#lib/query/query-client";
import { requireAgent } from "#server/auth/current-agent";
import { pageStrings } from "#server/http/page-strings";
import { listAgents } from "#server/queries/agents/list-agents";
import { listInvitations } from "#server/queries/agents/list-invitations";
import { AgentsPage } from "@/components/agents/agents-page";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await pageStrings()).settings.pages.agents });

export default async function AgentsSettingsPage() {
  const agent = await requireAgent();
  const client = createQueryClient();
  await Promise.all([
    client.query({ ...agentsOptions(), queryFn: async () => (await listAgents(agent)).items }),
    agent.role === "admin" &&
      client.query({ ...invitationsOptions(), queryFn: async () => (await listInvitations(agent)).items }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AgentsPage />
    </HydrationBoundary>
  );
}
