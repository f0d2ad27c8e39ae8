import { Placement } from "#lib/contracts/account";
import { IdParams, pageOf, PageQuery } from "#lib/contracts/paging";
import { route } from "#server/http/route";
import { listPlacements } from "#server/queries/folders/list-placements";

export const GET = route(
  {
    summary: "What is believed to be in the folder on its server, by UID descending.",
    params: IdParams,
    query: PageQuery,
    response: pageOf(Placement),
  },
  ({ agent, params, query }) => listPlacements(agent, params.id, query),
);
