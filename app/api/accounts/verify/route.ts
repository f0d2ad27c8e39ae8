import { Verification, VerifyAccount } from "#lib/contracts/account";
import { tryAccount } from "#server/commands/accounts/try-account";
import { route } from "#server/http/route";

export const POST = route(
  { summary: "Try settings out; nothing is stored.", body: VerifyAccount, response: Verification },
  ({ agent, body }) => tryAccount(agent, body),
);
