import { changeAgent } from "#server/commands/agents/change-agent";
import { route } from "#server/http/route";
import { ChangeAgent } from "#lib/contracts/agent";
import { IdParams } from "#lib/contracts/paging";

export const PATCH = route(
  { access: "admin", summary: "Change role, inboxes or name; deactivate", params: IdParams, body: ChangeAgent },
  ({ agent, params, body }) => changeAgent(agent, params.id, body),
);
