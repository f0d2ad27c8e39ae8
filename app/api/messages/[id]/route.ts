import { MessageText } from "#lib/contracts/message";
import { IdParams } from "#lib/contracts/paging";
import { fetchBody } from "#server/commands/messages/fetch-body";
import { route } from "#server/http/route";
import { getMessageText } from "#server/queries/messages/get-message-text";

export const GET = route(
  { summary: "A message's text and headers", params: IdParams, response: MessageText },
  async ({ agent, params }) => {
    await fetchBody(agent, params.id);
    return getMessageText(agent, params.id);
  },
);
