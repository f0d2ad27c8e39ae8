import { findAccountRow } from "#db/queries/accounts/accounts";
import type { Account } from "#lib/contracts/account";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { store } from "#server/store";
import { heldByBytes } from "../health/held-by-bytes.ts";
import { presentAccount } from "./present-account.ts";

export async function getAccount(agent: Agent, accountId: number): Promise<Account> {
  const row = await findAccountRow(store().read, agent, accountId);
  if (!row) throw new AppError("not_found", "There is no such account.");
  return presentAccount(agent, row, heldByBytes(store().read, [row]).get(row.id));
}
