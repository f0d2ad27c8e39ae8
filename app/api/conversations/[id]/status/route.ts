import { SetStatus } from "#lib/contracts/conversation";
import { IdParams } from "#lib/contracts/paging";
import { setStatus } from "#server/commands/conversations/set-status";
import { route } from "#server/http/route";

export const PUT = route(
  { summary: "Open it, wait for the customer, or close it", params: IdParams, body: SetStatus },
  ({ agent, params, body }) => setStatus(agent, params.id, body.status),
);
