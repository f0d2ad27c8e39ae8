import { IdParams } from "#lib/contracts/paging";
import { route } from "#server/http/route";
import { getExportFile } from "#server/queries/transfers/get-export-file";

export const GET = route(
  {
    summary: "The file of an export that is done; a part of it with Range. Kept for seven days.",
    params: IdParams,
    produces: "application/zip",
  },
  ({ agent, params, request }) => getExportFile(agent, params.id, request.headers),
);
