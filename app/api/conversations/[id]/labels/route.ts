import { SetLabels } from "#lib/contracts/conversation";
import { IdParams } from "#lib/contracts/paging";
import { labelConversation } from "#server/commands/conversations/label-conversation";
import { route } from "#server/http/route";

export const PUT = route(
  {
    summary: "Put Gmail's labels on its mail and take them off, here at once and then on the server",
    params: IdParams,
    body: SetLabels,
  },
  ({ agent, params, body }) => labelConversation(agent, params.id, body),
);
