import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { tokensOptions } from "#lib/query/change-me";
import { createQueryClient } from "#lib/query/query-client";
import { strings } from "#lib/strings/strings";
import { requireAgent } from "#server/auth/current-agent";
import { listTokens } from "#server/queries/agents/list-tokens";
import { SecurityPage } from "@/components/settings/security-page";

export const metadata: Metadata = { title: strings.settings.pages.security };

export default async function SecuritySettingsPage() {
  const agent = await requireAgent();
  const client = createQueryClient();
  await client.query({ ...tokensOptions(), queryFn: async () => (await listTokens(agent)).items });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <SecurityPage />
    </HydrationBoundary>
  );
}
