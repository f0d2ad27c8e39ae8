import { IdParams } from "#lib/contracts/paging";
import { ImportTarget, TransferDetails } from "#lib/contracts/transfer";
import { startImport } from "#server/commands/transfers/start-import";
import { route } from "#server/http/route";
import { getTransfer } from "#server/queries/transfers/get-transfer";

export const POST = route(
  {
    summary: "Bring in what a file holds that has been looked through.",
    params: IdParams,
    body: ImportTarget,
    response: TransferDetails,
    status: 202,
  },
  async ({ agent, params, body }) => {
    await startImport(agent, params.id, body);
    return getTransfer(agent, params.id);
  },
);
