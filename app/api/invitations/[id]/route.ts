import { revokeInvitation } from "#server/commands/agents/revoke-invitation";
import { route } from "#server/http/route";
import { IdParams } from "#lib/contracts/paging";

export const DELETE = route(
  { access: "admin", summary: "Take an invitation or reset link back", params: IdParams },
  ({ agent, params }) => revokeInvitation(agent, params.id),
);
