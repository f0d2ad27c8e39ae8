import { QuotedMessage, QuoteQuery } from "#lib/contracts/message";
import { IdParams } from "#lib/contracts/paging";
import { fetchBody } from "#server/commands/messages/fetch-body";
import { route } from "#server/http/route";
import { getQuote } from "#server/queries/messages/get-quote";

export const GET = route(
  { summary: "A message as an answer quotes it", params: IdParams, query: QuoteQuery, response: QuotedMessage },
  async ({ agent, params, query }) => {
    await fetchBody(agent, params.id);
    return getQuote(agent, params.id, query);
  },
);
