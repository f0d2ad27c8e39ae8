import { AnswerEvent } from "#lib/contracts/event";
import { IdParams } from "#lib/contracts/paging";
import { AcceptedSend } from "#lib/contracts/send";
import { answerInvitation } from "#server/commands/sends/answer-invitation";
import { route } from "#server/http/route";

export const POST = route(
  {
    summary: "Accept an invitation or decline it, by mail to its organiser",
    params: IdParams,
    body: AnswerEvent,
    response: AcceptedSend,
    status: 202,
  },
  ({ agent, params, body }) => answerInvitation(agent, params.id, body),
);
