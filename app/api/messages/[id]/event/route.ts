import { FoundEvent } from "#lib/contracts/event";
import { IdParams } from "#lib/contracts/paging";
import { fetchCalendar } from "#server/commands/messages/fetch-calendar";
import { route } from "#server/http/route";
import { getEvent } from "#server/queries/messages/get-event";

export const GET = route(
  { summary: "The event that a message brings", params: IdParams, response: FoundEvent },
  async ({ agent, params }) => {
    await fetchCalendar(agent, params.id);
    return getEvent(agent, params.id);
  },
);
