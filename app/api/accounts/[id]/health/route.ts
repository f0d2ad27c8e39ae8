import { IdParams } from "#lib/contracts/paging";
import { AccountHealthDetails } from "#lib/contracts/sync-health";
import { route } from "#server/http/route";
import { getAccountHealth } from "#server/queries/health/get-account-health";

export const GET = route(
  {
    summary: "How an account's sync does: its state, its folders, and what went wrong lately.",
    params: IdParams,
    response: AccountHealthDetails,
  },
  ({ agent, params }) => getAccountHealth(agent, params.id),
);
