import { SetFolder } from "#lib/contracts/conversation";
import { IdParams } from "#lib/contracts/paging";
import { moveConversation } from "#server/commands/conversations/move-conversation";
import { route } from "#server/http/route";

export const PUT = route(
  { summary: "Move its mail to a folder, here at once and then on the servers", params: IdParams, body: SetFolder },
  ({ agent, params, body }) => moveConversation(agent, params.id, body),
);
