import { IdParams } from "#lib/contracts/paging";
import { SaveTagKeywords, TagKeywords } from "#lib/contracts/tag-keyword";
import { saveTagKeywords } from "#server/commands/inboxes/save-tag-keywords";
import { route } from "#server/http/route";
import { readTagKeywords } from "#server/queries/inboxes/read-tag-keywords";

export const GET = route(
  { summary: "Which tags an inbox keeps on its mail servers", params: IdParams, response: TagKeywords },
  ({ agent, params }) => readTagKeywords(agent, params.id),
);

export const PUT = route(
  {
    access: "admin",
    summary: "Choose which tags an inbox keeps on its mail servers, as keywords or labels",
    params: IdParams,
    body: SaveTagKeywords,
    response: TagKeywords,
  },
  async ({ agent, params, body }) => {
    await saveTagKeywords(agent, params.id, body);
    return readTagKeywords(agent, params.id);
  },
);
