import { SignIn, SignInParams } from "#lib/contracts/oauth";
import { route } from "#server/http/route";
import { getSignIn } from "#server/queries/oauth/get-sign-in";

export const GET = route(
  { summary: "How a mail sign-in went.", params: SignInParams, response: SignIn },
  ({ agent, params }) => getSignIn(agent, params.id),
);
