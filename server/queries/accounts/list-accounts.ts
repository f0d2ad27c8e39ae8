import { listAccountRows } from "#db/queries/accounts/accounts";
import type { Account } from "#lib/contracts/account";
import type { Page } from "#lib/contracts/paging";
import type { Agent } from "#server/auth/agent";
import { store } from "#server/store";
import { heldByBytes } from "../health/held-by-bytes.ts";
import { presentAccount } from "./present-account.ts";

/** All at once: a team has dozens, not thousands. */
export async function listAccounts(agent: Agent): Promise<Page<Account>> {
  const rows = await listAccountRows(store().read, agent);
  const held = heldByBytes(store().read, rows);
  return { items: rows.map((row) => presentAccount(agent, row, held.get(row.id))), nextCursor: null };
}
