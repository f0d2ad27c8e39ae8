import { CreateFolder, Folder } from "#lib/contracts/account";
import { IdParams, pageOf } from "#lib/contracts/paging";
import { createFolder } from "#server/commands/folders/create-folder";
import { route } from "#server/http/route";
import { getFolder } from "#server/queries/folders/get-folder";
import { listFolders } from "#server/queries/folders/list-folders";

export const GET = route(
  { summary: "The folders of an account and their roles.", params: IdParams, response: pageOf(Folder) },
  ({ agent, params }) => listFolders(agent, params.id),
);

export const POST = route(
  {
    summary: "Make a folder, here at once and then on the server.",
    params: IdParams,
    body: CreateFolder,
    response: Folder,
    status: 201,
  },
  async ({ agent, params, body }) => getFolder(agent, await createFolder(agent, params.id, body)),
);
