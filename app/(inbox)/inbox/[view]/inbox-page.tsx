import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { ConversationQuery } from "#lib/contracts/conversation";
import { filterParams, parseInboxLocation } from "#lib/inbox-location";
import { conversationListOptions, conversationOptions, rowsPerPage } from "#lib/query/conversations";
import { createQueryClient } from "#lib/query/query-client";
import { requireAgent } from "#server/auth/current-agent";
import { getConversation } from "#server/queries/conversations/get-conversation";
import { listConversations } from "#server/queries/conversations/list-conversations";
import { InboxScreen } from "@/components/inbox/inbox-screen";

export type InboxPageProps = {
  params: Promise<{ view: string; conversationId?: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The panes with their first paint: the list of the URL, and the conversation that it opens. */
export async function InboxPage({ params, searchParams }: InboxPageProps) {
  const { view, conversationId } = await params;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams))
    if (typeof value === "string") search.set(name, value);
  const path = `/inbox/${view}${conversationId === undefined ? "" : `/${conversationId}`}`;
  const location = parseInboxLocation(path, search);
  if (!location) notFound();

  const agent = await requireAgent();
  const client = createQueryClient();
  const query = ConversationQuery.parse({ ...Object.fromEntries(filterParams(location.filter)), limit: rowsPerPage });
  const id = location.conversationId;
  await Promise.allSettled([
    client.infiniteQuery({
      ...conversationListOptions(location.filter),
      queryFn: () => listConversations(agent, query),
      retry: false,
    }),
    // One that is gone, or not theirs, is told of by the pane.
    id !== null &&
      client.query({ ...conversationOptions(id), queryFn: () => getConversation(agent, id), retry: false }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <InboxScreen />
    </HydrationBoundary>
  );
}
