import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { inboxesOptions } from "#lib/query/agents";
import { cannedRepliesOptions } from "#lib/query/canned-replies";
import { createQueryClient } from "#lib/query/query-client";
import { requireAgent } from "#server/auth/current-agent";
import { pageStrings } from "#server/http/page-strings";
import { listCannedReplies } from "#server/queries/canned-replies/list-canned-replies";
import { listInboxes } from "#server/queries/inboxes/list-inboxes";
import { CannedRepliesPage } from "@/components/settings/canned/canned-replies-page";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await pageStrings()).settings.pages["canned-replies"],
});

export default async function CannedRepliesSettingsPage() {
  const agent = await requireAgent();
  const client = createQueryClient();
  await Promise.all([
    client.query({ ...cannedRepliesOptions(), queryFn: async () => (await listCannedReplies(agent)).items }),
    client.query({ ...inboxesOptions(), queryFn: async () => (await listInboxes(agent)).items }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <CannedRepliesPage />
    </HydrationBoundary>
  );
}
