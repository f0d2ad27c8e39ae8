import { acceptInvitation } from "#server/commands/agents/accept-invitation";
import { route } from "#server/http/route";
import { AcceptInvitation } from "#lib/contracts/agent";

export const POST = route(
  { access: "public", summary: "Set a password by an invitation or reset link", body: AcceptInvitation },
  ({ body }) => acceptInvitation(body),
);
