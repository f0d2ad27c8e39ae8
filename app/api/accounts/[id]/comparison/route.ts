import { IdParams } from "#lib/contracts/paging";
import { Comparison } from "#lib/contracts/sync-health";
import { compareAccount } from "#server/commands/accounts/compare-account";
import { route } from "#server/http/route";
import { getComparison } from "#server/queries/health/get-comparison";

export const GET = route(
  {
    summary: "The last comparison with the server: how far it is, and what it found.",
    params: IdParams,
    response: Comparison,
  },
  ({ agent, params }) => getComparison(agent, params.id),
);

export const POST = route(
  {
    summary: "Compare every UID and flag with the server, and mend what differs.",
    params: IdParams,
    response: Comparison,
    status: 202,
  },
  async ({ agent, params }) => {
    await compareAccount(agent, params.id);
    return getComparison(agent, params.id);
  },
);
