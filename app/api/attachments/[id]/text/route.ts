import { AttachmentText } from "#lib/contracts/message";
import { IdParams } from "#lib/contracts/paging";
import { fetchAttachment } from "#server/commands/attachments/fetch-attachment";
import { route } from "#server/http/route";
import { getAttachmentText } from "#server/queries/attachments/get-attachment-text";

export const GET = route(
  { summary: "How a text file begins", params: IdParams, response: AttachmentText },
  async ({ agent, params }) => {
    await fetchAttachment(agent, params.id);
    return getAttachmentText(agent, params.id);
  },
);
