import { IdParams } from "#lib/contracts/paging";
import { ImportFile } from "#lib/contracts/transfer";
import { receiveImportFile } from "#server/commands/transfers/receive-import-file";
import { route } from "#server/http/route";
import { getImportFile } from "#server/queries/transfers/get-import-file";

export const GET = route(
  { summary: "How much of the file is here.", params: IdParams, response: ImportFile },
  ({ agent, params }) => getImportFile(agent, params.id),
);

export const PUT = route(
  {
    summary: "The next piece of the file, with Content-Range; behind the last it is looked through.",
    params: IdParams,
    consumes: "application/octet-stream",
    response: ImportFile,
  },
  ({ agent, params, request }) => receiveImportFile(agent, params.id, request),
);
