import { IdParams } from "#lib/contracts/paging";
import { Upload } from "#lib/contracts/send";
import { copyAttachment } from "#server/commands/attachments/copy-attachment";
import { route } from "#server/http/route";

export const POST = route(
  {
    summary: "Make a received file an upload, for a mail that forwards it",
    params: IdParams,
    response: Upload,
    status: 201,
  },
  ({ agent, params }) => copyAttachment(agent, params.id),
);
