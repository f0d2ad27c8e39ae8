import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createQueryClient } from "#lib/query/query-client";
import { transfersOptions } from "#lib/query/transfers";
import { requireAgent } from "#server/auth/current-agent";
import { pageStrings } from "#server/http/page-strings";
import { listTransfers } from "#server/queries/transfers/list-transfers";
import { TransfersPage } from "@/components/transfers/transfers-page";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await pageStrings()).settings.pages.transfers,
});

export default async function TransfersSettingsPage() {
  const agent = await requireAgent();
  const client = createQueryClient();
  await client.query({
    ...transfersOptions(),
    queryFn: async () => (await listTransfers(agent, { limit: 200 })).items,
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TransfersPage />
    </HydrationBoundary>
  );
}
