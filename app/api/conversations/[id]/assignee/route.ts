import { SetAssignee } from "#lib/contracts/conversation";
import { IdParams } from "#lib/contracts/paging";
import { assignConversation } from "#server/commands/conversations/assign-conversation";
import { route } from "#server/http/route";

export const PUT = route(
  { summary: "Give it to an agent, or to nobody", params: IdParams, body: SetAssignee },
  ({ agent, params, body }) => assignConversation(agent, params.id, body.assigneeId),
);
