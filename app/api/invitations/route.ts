import { inviteAgent } from "#server/commands/agents/invite-agent";
import { route } from "#server/http/route";
import { listInvitations } from "#server/queries/agents/list-invitations";
import { Invitation, InviteAgent } from "#lib/contracts/agent";
import { pageOf } from "#lib/contracts/paging";

export const GET = route(
  { access: "admin", summary: "Links that still wait for somebody", response: pageOf(Invitation) },
  ({ agent }) => listInvitations(agent),
);

export const POST = route(
  {
    access: "admin",
    summary: "Invite an agent; the answer holds the link, once",
    body: InviteAgent,
    response: Invitation,
    status: 201,
  },
  ({ agent, body }) => inviteAgent(agent, body),
);
