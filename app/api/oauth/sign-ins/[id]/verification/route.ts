import { Verification } from "#lib/contracts/account";
import { SignedInMailbox, SignInParams } from "#lib/contracts/oauth";
import { trySignIn } from "#server/commands/oauth/try-sign-in";
import { route } from "#server/http/route";

export const POST = route(
  {
    summary: "Try a mailbox out with a sign-in; nothing is stored.",
    params: SignInParams,
    body: SignedInMailbox,
    response: Verification,
  },
  ({ agent, params, body }) => trySignIn(agent, params.id, body),
);
