import { Conversation, ConversationQuery } from "#lib/contracts/conversation";
import { pageOf } from "#lib/contracts/paging";
import { route } from "#server/http/route";
import { listConversations } from "#server/queries/conversations/list-conversations";

export const GET = route(
  { summary: "Conversations of a view, newest first", query: ConversationQuery, response: pageOf(Conversation) },
  ({ agent, query }) => listConversations(agent, query),
);
