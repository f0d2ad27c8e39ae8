import { SaveFolderArchive } from "#lib/contracts/archive";
import { IdParams } from "#lib/contracts/paging";
import { saveFolderArchive } from "#server/commands/archive/save-folder-archive";
import { route } from "#server/http/route";

export const PUT = route(
  {
    summary: "Keep a folder’s mail or not, whatever its account says, or as that says.",
    params: IdParams,
    body: SaveFolderArchive,
    access: "admin",
  },
  ({ agent, params, body }) => saveFolderArchive(agent, params.id, body.archive),
);
