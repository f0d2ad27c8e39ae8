import { Account } from "#lib/contracts/account";
import { ConnectSignedIn, SignInParams } from "#lib/contracts/oauth";
import { connectSignedIn } from "#server/commands/oauth/connect-signed-in";
import { route } from "#server/http/route";
import { getAccount } from "#server/queries/accounts/get-account";

export const POST = route(
  {
    summary: "Connect an account with a sign-in.",
    params: SignInParams,
    body: ConnectSignedIn,
    response: Account,
    status: 201,
  },
  async ({ agent, params, body }) => getAccount(agent, await connectSignedIn(agent, params.id, body)),
);
