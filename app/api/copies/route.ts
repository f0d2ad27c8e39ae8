import { NewCopy, TransferDetails } from "#lib/contracts/transfer";
import { beginCopy } from "#server/commands/transfers/begin-copy";
import { route } from "#server/http/route";
import { getTransfer } from "#server/queries/transfers/get-transfer";

export const POST = route(
  {
    summary:
      "Copy the mail of an account, or of some of its folders, into another account; at the source nothing changes.",
    body: NewCopy,
    response: TransferDetails,
    status: 202,
  },
  async ({ agent, body }) => getTransfer(agent, await beginCopy(agent, body)),
);
