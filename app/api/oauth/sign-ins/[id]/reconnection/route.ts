import { Verification } from "#lib/contracts/account";
import { SignInParams } from "#lib/contracts/oauth";
import { reconnectAccount } from "#server/commands/oauth/reconnect-account";
import { route } from "#server/http/route";

export const POST = route(
  {
    summary: "Sign an account in again; it is kept when its mailbox lets the sign-in in.",
    params: SignInParams,
    response: Verification,
  },
  ({ agent, params }) => reconnectAccount(agent, params.id),
);
