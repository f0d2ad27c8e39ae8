import { IdParams } from "#lib/contracts/paging";
import { syncAccountNow } from "#server/commands/accounts/sync-account-now";
import { route } from "#server/http/route";

export const POST = route({ summary: "Look at the server now.", params: IdParams }, ({ agent, params }) =>
  syncAccountNow(agent, params.id),
);
