import { ConversationDetail } from "#lib/contracts/conversation";
import { IdParams } from "#lib/contracts/paging";
import { route } from "#server/http/route";
import { getConversation } from "#server/queries/conversations/get-conversation";

export const GET = route(
  { summary: "One conversation with its messages, notes and history", params: IdParams, response: ConversationDetail },
  ({ agent, params }) => getConversation(agent, params.id),
);
