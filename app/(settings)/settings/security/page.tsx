import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { tokensOptions } from "#lib/query/change-me";
import { createQueryClient } from "#lib/query/query-client";
import { requireAgent } from "#server/auth/current-agent";
import { pageStrings } from "#server/http/page-strings";
import { listTokens } from "#server/queries/agents/list-tokens";
import { SecurityPage } from "@/components/settings/security-page";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await pageStrings()).settings.pages.security,
});

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
