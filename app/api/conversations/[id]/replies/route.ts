import { IdParams } from "#lib/contracts/paging";
import { AcceptedSend, SendMail } from "#lib/contracts/send";
import { queueReply } from "#server/commands/sends/queue-reply";
import { route } from "#server/http/route";

export const POST = route(
  {
    summary: "Answer a conversation",
    params: IdParams,
    body: SendMail,
    response: AcceptedSend,
    status: 202,
    bodyMaxBytes: 8_000_000,
  },
  ({ agent, params, body }) => queueReply(agent, params.id, body),
);
