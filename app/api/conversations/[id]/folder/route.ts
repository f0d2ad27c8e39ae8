import { SetFolder } from "#lib/contracts/conversation";
import { IdParams } from "#lib/contracts/paging";
import { moveConversation } from "#server/commands/conversations/move-conversation";
import { takeBackMove } from "#server/commands/conversations/take-back-move";
import { route } from "#server/http/route";

export const PUT = route(
  { summary: "Move its mail to a folder, here at once and then on the servers", params: IdParams, body: SetFolder },
  ({ agent, params, body }) => moveConversation(agent, params.id, body),
);

export const DELETE = route(
  { summary: "Take your last move of it back: each mail to the folder it came from", params: IdParams },
  ({ agent, params }) => takeBackMove(agent, params.id),
);
