import { Account, ConnectAccount } from "#lib/contracts/account";
import { pageOf } from "#lib/contracts/paging";
import { connectAccount } from "#server/commands/accounts/connect-account";
import { route } from "#server/http/route";
import { getAccount } from "#server/queries/accounts/get-account";
import { listAccounts } from "#server/queries/accounts/list-accounts";

export const GET = route({ summary: "Accounts and how they are doing.", response: pageOf(Account) }, ({ agent }) =>
  listAccounts(agent),
);

export const POST = route(
  { summary: "Connect an account.", body: ConnectAccount, response: Account, status: 201 },
  async ({ agent, body }) => getAccount(agent, await connectAccount(agent, body)),
);
