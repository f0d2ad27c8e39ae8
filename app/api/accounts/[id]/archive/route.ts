import { Archive, SaveArchive } from "#lib/contracts/archive";
import { IdParams } from "#lib/contracts/paging";
import { saveArchive } from "#server/commands/archive/save-archive";
import { route } from "#server/http/route";
import { getArchive } from "#server/queries/transfers/get-archive";

export const GET = route(
  { summary: "What an account keeps here, and how far that is.", params: IdParams, response: Archive },
  ({ agent, params }) => getArchive(agent, params.id),
);

export const PUT = route(
  {
    summary: "Keep the sources of all mail of an account, also when it is deleted there if so wanted.",
    params: IdParams,
    body: SaveArchive,
    response: Archive,
    access: "admin",
  },
  async ({ agent, params, body }) => {
    await saveArchive(agent, params.id, body);
    return getArchive(agent, params.id);
  },
);
