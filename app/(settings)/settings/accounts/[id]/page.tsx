import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IdParams } from "#lib/contracts/paging";
import { foldersOptions } from "#lib/query/accounts";
import { createQueryClient } from "#lib/query/query-client";
import { requireAgent } from "#server/auth/current-agent";
import { pageStrings } from "#server/http/page-strings";
import { listFolders } from "#server/queries/folders/list-folders";
import { AccountPage } from "@/components/accounts/account-page";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await pageStrings()).accounts.account });

type OneAccountPageProps = { params: Promise<{ id: string }> };

export default async function OneAccountPage({ params }: OneAccountPageProps) {
  const given = IdParams.safeParse(await params);
  if (!given.success) notFound();
  const { id } = given.data;
  const agent = await requireAgent();
  const client = createQueryClient();
  // One that is gone, or not theirs, is told of by the page.
  await Promise.allSettled([
    client.query({ ...foldersOptions(id), queryFn: async () => (await listFolders(agent, id)).items, retry: false }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AccountPage accountId={id} />
    </HydrationBoundary>
  );
}
