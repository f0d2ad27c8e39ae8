import { AttachmentQuery } from "#lib/contracts/message";
import { IdParams } from "#lib/contracts/paging";
import { fetchAttachment } from "#server/commands/attachments/fetch-attachment";
import { route } from "#server/http/route";
import { getAttachment } from "#server/queries/attachments/get-attachment";

export const GET = route(
  { summary: "A file", params: IdParams, query: AttachmentQuery, produces: "application/octet-stream" },
  async ({ agent, params, query }) => {
    await fetchAttachment(agent, params.id);
    return getAttachment(agent, params.id, query.inline, query.size === "small");
  },
);
