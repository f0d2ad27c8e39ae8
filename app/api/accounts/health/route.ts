import { pageOf } from "#lib/contracts/paging";
import { AccountHealth } from "#lib/contracts/sync-health";
import { route } from "#server/http/route";
import { listAccountHealth } from "#server/queries/health/list-account-health";

export const GET = route(
  { summary: "How the sync of every account does.", response: pageOf(AccountHealth) },
  ({ agent }) => listAccountHealth(agent),
);
