import { NewExport, TransferDetails } from "#lib/contracts/transfer";
import { beginExport } from "#server/commands/transfers/begin-export";
import { route } from "#server/http/route";
import { getTransfer } from "#server/queries/transfers/get-transfer";

export const POST = route(
  {
    summary: "Export an account, a folder, a search or everything as mbox, Maildir or EML, packed in a ZIP file.",
    body: NewExport,
    response: TransferDetails,
    status: 202,
  },
  async ({ agent, body }) => getTransfer(agent, await beginExport(agent, body)),
);
