import { IdParams } from "#lib/contracts/paging";
import { fetchSource } from "#server/commands/messages/fetch-source";
import { route } from "#server/http/route";
import { getMessageSource } from "#server/queries/messages/get-message-source";

export const GET = route(
  { summary: "A message as the server has it, byte for byte", params: IdParams, produces: "message/rfc822" },
  async ({ agent, params }) => {
    await fetchSource(agent, params.id);
    return getMessageSource(agent, params.id);
  },
);
