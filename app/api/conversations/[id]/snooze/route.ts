import { SetSnooze } from "#lib/contracts/conversation";
import { IdParams } from "#lib/contracts/paging";
import { snoozeConversation } from "#server/commands/conversations/snooze-conversation";
import { route } from "#server/http/route";

export const PUT = route(
  { summary: "Put it out of sight until then, or wake it", params: IdParams, body: SetSnooze },
  ({ agent, params, body }) => snoozeConversation(agent, params.id, body.until === null ? null : new Date(body.until)),
);
