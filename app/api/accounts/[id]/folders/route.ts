import { Folder } from "#lib/contracts/account";
import { IdParams, pageOf } from "#lib/contracts/paging";
import { route } from "#server/http/route";
import { listFolders } from "#server/queries/folders/list-folders";

export const GET = route(
  { summary: "The folders of an account and their roles.", params: IdParams, response: pageOf(Folder) },
  ({ agent, params }) => listFolders(agent, params.id),
);
