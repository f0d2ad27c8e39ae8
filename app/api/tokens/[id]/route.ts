import { revokeToken } from "#server/commands/agents/revoke-token";
import { route } from "#server/http/route";
import { IdParams } from "#lib/contracts/paging";

export const DELETE = route({ summary: "Revoke an API token", params: IdParams }, ({ agent, params }) =>
  revokeToken(agent, params.id),
);
