import { BeginSignIn, BegunSignIn } from "#lib/contracts/oauth";
import { beginSignIn } from "#server/commands/oauth/begin-sign-in";
import { route } from "#server/http/route";

export const POST = route(
  {
    summary: "Begin a mail sign-in by OAuth 2.0 in this browser.",
    body: BeginSignIn,
    response: BegunSignIn,
    status: 201,
  },
  ({ agent, sessionId, body }) => beginSignIn(agent, sessionId, body),
);
