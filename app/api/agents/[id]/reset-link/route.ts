import { makeResetLink } from "#server/commands/agents/make-reset-link";
import { route } from "#server/http/route";
import { Invitation } from "#lib/contracts/agent";
import { IdParams } from "#lib/contracts/paging";

export const POST = route(
  {
    access: "admin",
    summary: "Make a link for an agent who forgot their password",
    params: IdParams,
    response: Invitation,
    status: 201,
  },
  ({ agent, params }) => makeResetLink(agent, params.id),
);
