import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { countsOptions } from "#lib/query/conversations";
import { createQueryClient } from "#lib/query/query-client";
import { tagsOptions } from "#lib/query/tags";
import { requireAgent } from "#server/auth/current-agent";
import { pageStrings } from "#server/http/page-strings";
import { getCounts } from "#server/queries/conversations/get-counts";
import { listTags } from "#server/queries/tags/list-tags";
import { TagsPage } from "@/components/settings/tags-page";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await pageStrings()).settings.pages.tags });

export default async function TagsSettingsPage() {
  const agent = await requireAgent();
  const client = createQueryClient();
  await Promise.all([
    client.query({ ...tagsOptions(), queryFn: async () => (await listTags()).items }),
    client.query({ ...countsOptions(), queryFn: () => getCounts(agent) }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TagsPage />
    </HydrationBoundary>
  );
}
