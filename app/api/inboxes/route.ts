import { saveInbox } from "#server/commands/inboxes/save-inbox";
import { route } from "#server/http/route";
import { listInboxes } from "#server/queries/inboxes/list-inboxes";
import { readInbox } from "#server/queries/inboxes/read-inbox";
import { Inbox, SaveInbox } from "#lib/contracts/agent";
import { pageOf } from "#lib/contracts/paging";

export const GET = route({ summary: "Inboxes one belongs to; all for admins", response: pageOf(Inbox) }, ({ agent }) =>
  listInboxes(agent),
);

export const POST = route(
  { access: "admin", summary: "Make an inbox", body: SaveInbox, response: Inbox, status: 201 },
  async ({ agent, body }) => readInbox(agent, await saveInbox(agent, null, body)),
);
