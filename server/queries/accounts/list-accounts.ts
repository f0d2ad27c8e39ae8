import { listAccountRows } from "#db/queries/accounts/accounts";
import type { Account } from "#lib/contracts/account";
import type { Page } from "#lib/contracts/paging";
import type { Agent } from "#server/auth/agent";
import { store } from "#server/store";
import { presentAccount } from "./present-account.ts";

/** All at once: a team has dozens, not thousands. */
export async function listAccounts(agent: Agent): Promise<Page<Account>> {
  const rows = await listAccountRows(store().read, agent);
  return { items: rows.map((row) => presentAccount(agent, row)), nextCursor: null };
}
