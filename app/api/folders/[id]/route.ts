import { ChangeFolder, Folder } from "#lib/contracts/account";
import { IdParams } from "#lib/contracts/paging";
import { changeFolder } from "#server/commands/folders/change-folder";
import { route } from "#server/http/route";
import { getFolder } from "#server/queries/folders/get-folder";

export const PATCH = route(
  { summary: "Give a folder its role.", params: IdParams, body: ChangeFolder, response: Folder },
  async ({ agent, params, body }) => {
    await changeFolder(agent, params.id, body.role);
    return getFolder(agent, params.id);
  },
);
