import { IdParams } from "#lib/contracts/paging";
import { fetchAttachments } from "#server/commands/attachments/fetch-attachments";
import { route } from "#server/http/route";
import { getAttachmentsZip } from "#server/queries/attachments/get-attachments-zip";

export const GET = route(
  { summary: "All files of a message in one", params: IdParams, produces: "application/zip" },
  async ({ agent, params }) => {
    await fetchAttachments(agent, params.id);
    return getAttachmentsZip(agent, params.id);
  },
);
