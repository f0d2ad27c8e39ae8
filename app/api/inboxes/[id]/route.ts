import { saveInbox } from "#server/commands/inboxes/save-inbox";
import { route } from "#server/http/route";
import { readInbox } from "#server/queries/inboxes/read-inbox";
import { Inbox, SaveInbox } from "#lib/contracts/agent";
import { IdParams } from "#lib/contracts/paging";

export const GET = route({ summary: "An inbox", params: IdParams, response: Inbox }, ({ agent, params }) =>
  readInbox(agent, params.id),
);

export const PATCH = route(
  {
    access: "admin",
    summary: "Rename an inbox, choose its members",
    params: IdParams,
    body: SaveInbox,
    response: Inbox,
  },
  async ({ agent, params, body }) => readInbox(agent, await saveInbox(agent, params.id, body)),
);
