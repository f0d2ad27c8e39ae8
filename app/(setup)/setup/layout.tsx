import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { setupStepOf } from "#lib/first-minutes";
import { accountsOptions } from "#lib/query/accounts";
import { inboxesOptions, meOptions } from "#lib/query/agents";
import { createQueryClient } from "#lib/query/query-client";
import { workspaceOptions } from "#lib/query/workspace";
import { requireAdmin } from "#server/auth/current-agent";
import { listAccounts } from "#server/queries/accounts/list-accounts";
import { readMe } from "#server/queries/agents/read-me";
import { listInboxes } from "#server/queries/inboxes/list-inboxes";
import { latestSeq } from "#server/queries/live/latest-seq";
import { readWorkspace } from "#server/queries/workspace/read-workspace";
import { AllWords } from "@/components/language/all-words";
import { LiveUpdates } from "@/components/live/live-updates";

/** Around the screens that follow the first admin's own: what they show, and the stream that keeps it true. */
export default async function SetupLayout({ children }: { children: ReactNode }) {
  await connection();
  const agent = await requireAdmin();
  const since = await latestSeq();
  const me = await readMe(agent);
  if (!setupStepOf(me.preferences)) redirect("/inbox/open");
  const client = createQueryClient();
  await Promise.all([
    client.query({ ...meOptions(), queryFn: () => Promise.resolve(me) }),
    client.query({ ...accountsOptions(), queryFn: async () => (await listAccounts(agent)).items }),
    client.query({ ...inboxesOptions(), queryFn: async () => (await listInboxes(agent)).items }),
    client.query({ ...workspaceOptions(), queryFn: () => readWorkspace() }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <LiveUpdates since={since} />
      <AllWords>{children}</AllWords>
    </HydrationBoundary>
  );
}
