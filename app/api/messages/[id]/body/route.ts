import { BodyQuery } from "#lib/contracts/message";
import { IdParams } from "#lib/contracts/paging";
import { fetchBody } from "#server/commands/messages/fetch-body";
import { route } from "#server/http/route";
import { getMessageBody } from "#server/queries/messages/get-message-body";

export const GET = route(
  {
    summary: "A message's HTML made harmless, as a page for a frame",
    params: IdParams,
    query: BodyQuery,
    produces: "text/html",
  },
  async ({ agent, params, query }) => {
    await fetchBody(agent, params.id);
    return getMessageBody(agent, params.id, query);
  },
);
