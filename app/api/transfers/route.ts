import { pageOf, PageQuery } from "#lib/contracts/paging";
import { Transfer } from "#lib/contracts/transfer";
import { route } from "#server/http/route";
import { listTransfers } from "#server/queries/transfers/list-transfers";

export const GET = route(
  {
    summary: "Exports, imports and copies, newest first: the agent's own; for an admin, everybody's.",
    query: PageQuery,
    response: pageOf(Transfer),
  },
  ({ agent, query }) => listTransfers(agent, query),
);
