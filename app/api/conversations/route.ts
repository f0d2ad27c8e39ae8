import { Conversation, ConversationQuery } from "#lib/contracts/conversation";
import { pageOf } from "#lib/contracts/paging";
import { AcceptedSend, SendMail } from "#lib/contracts/send";
import { queueMail } from "#server/commands/sends/queue-mail";
import { route } from "#server/http/route";
import { listConversations } from "#server/queries/conversations/list-conversations";

export const GET = route(
  { summary: "Conversations of a view, newest first", query: ConversationQuery, response: pageOf(Conversation) },
  ({ agent, query }) => listConversations(agent, query),
);

export const POST = route(
  {
    summary: "Send a new mail, which begins a conversation",
    body: SendMail,
    response: AcceptedSend,
    status: 202,
    bodyMaxBytes: 4_000_000,
  },
  ({ agent, body }) => queueMail(agent, body),
);
