import { IdParams } from "#lib/contracts/paging";
import { TransferDetails } from "#lib/contracts/transfer";
import { removeTransfer } from "#server/commands/transfers/remove-transfer";
import { route } from "#server/http/route";
import { getTransfer } from "#server/queries/transfers/get-transfer";

export const GET = route(
  {
    summary: "One transfer, with the mails that could not be taken along.",
    params: IdParams,
    response: TransferDetails,
  },
  ({ agent, params }) => getTransfer(agent, params.id),
);

export const DELETE = route(
  { summary: "Cancel a transfer; one that has ended is forgotten, with its file.", params: IdParams },
  ({ agent, params }) => removeTransfer(agent, params.id),
);
