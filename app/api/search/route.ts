import { Conversation, SearchQuery } from "#lib/contracts/conversation";
import { pageOf } from "#lib/contracts/paging";
import { route } from "#server/http/route";
import { listConversations } from "#server/queries/conversations/list-conversations";

export const GET = route(
  { summary: "Conversations that match a search", query: SearchQuery, response: pageOf(Conversation) },
  ({ agent, query }) => listConversations(agent, query),
);
