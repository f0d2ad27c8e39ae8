import { NewImport, TransferDetails } from "#lib/contracts/transfer";
import { beginImport } from "#server/commands/transfers/begin-import";
import { route } from "#server/http/route";
import { getTransfer } from "#server/queries/transfers/get-transfer";

export const POST = route(
  {
    summary:
      "Make room for a file with mail (mbox, EML, or a ZIP of these, of a Maildir, or of an export) to be imported.",
    body: NewImport,
    response: TransferDetails,
    status: 201,
  },
  async ({ agent, body }) => getTransfer(agent, await beginImport(agent, body)),
);
