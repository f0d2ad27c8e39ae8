import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { accountHealthListOptions } from "#lib/query/health";
import { createQueryClient } from "#lib/query/query-client";
import { requireAgent } from "#server/auth/current-agent";
import { pageStrings } from "#server/http/page-strings";
import { listAccountHealth } from "#server/queries/health/list-account-health";
import { HealthPage } from "@/components/health/health-page";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await pageStrings()).settings.pages["sync-health"],
});

export default async function SyncHealthPage() {
  const agent = await requireAgent();
  const client = createQueryClient();
  await client.query({ ...accountHealthListOptions(), queryFn: async () => (await listAccountHealth(agent)).items });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <HealthPage />
    </HydrationBoundary>
  );
}
