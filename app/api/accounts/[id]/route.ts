import { Account, ChangeAccount } from "#lib/contracts/account";
import { IdParams } from "#lib/contracts/paging";
import { changeAccount } from "#server/commands/accounts/change-account";
import { removeAccount } from "#server/commands/accounts/remove-account";
import { route } from "#server/http/route";
import { getAccount } from "#server/queries/accounts/get-account";

export const GET = route(
  { summary: "An account and how it is doing.", params: IdParams, response: Account },
  ({ agent, params }) => getAccount(agent, params.id),
);

export const PATCH = route(
  {
    summary: "Rename, pause, resume, change its password, mode or inbox.",
    params: IdParams,
    body: ChangeAccount,
    response: Account,
  },
  async ({ agent, params, body }) => {
    await changeAccount(agent, params.id, body);
    return getAccount(agent, params.id);
  },
);

export const DELETE = route(
  { summary: "Forget an account; its server is not touched.", params: IdParams },
  ({ agent, params }) => removeAccount(agent, params.id),
);
