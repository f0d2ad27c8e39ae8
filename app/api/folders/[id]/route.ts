import { ChangeFolder, DeleteFolderQuery, Folder } from "#lib/contracts/account";
import { IdParams } from "#lib/contracts/paging";
import { changeFolder } from "#server/commands/folders/change-folder";
import { deleteFolder } from "#server/commands/folders/delete-folder";
import { route } from "#server/http/route";
import { getFolder } from "#server/queries/folders/get-folder";

export const GET = route(
  { summary: "One folder of an account.", params: IdParams, response: Folder },
  ({ agent, params }) => getFolder(agent, params.id),
);

export const PATCH = route(
  {
    summary: "Give a folder its role, another name or place, or show it in other mail programs or not.",
    params: IdParams,
    body: ChangeFolder,
    response: Folder,
  },
  async ({ agent, params, body }) => {
    await changeFolder(agent, params.id, body);
    return getFolder(agent, params.id);
  },
);

export const DELETE = route(
  {
    summary: "Delete a folder with the folders in it; their mail goes to Trash, or for good when that is asked for.",
    params: IdParams,
    query: DeleteFolderQuery,
  },
  ({ agent, params, query }) => deleteFolder(agent, params.id, query.mail),
);
