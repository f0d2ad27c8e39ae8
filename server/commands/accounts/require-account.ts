import {
  findAccountRow,
  findAccountStanding,
  type AccountRow,
  type AccountStanding,
} from "#db/queries/accounts/accounts";
import type { Db } from "#db/dialect/sqlite";
import { sampleProvider } from "#lib/providers/sample";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { AppError } from "#server/errors";

/** @throws AppError `not_found` for an account that this agent may not know of, `forbidden` for one that is not theirs to change */
export async function requireChangeableAccount(db: Db, agent: Agent, accountId: number): Promise<AccountRow> {
  const account = await requireVisibleAccount(db, agent, accountId);
  if (!can(agent, "account.change", { ownerId: account.ownerId }))
    throw new AppError("forbidden", "Only admins and the agent who connected this account may change it.");
  return account;
}

export async function requireVisibleAccount(db: Db, agent: Agent, accountId: number): Promise<AccountRow> {
  const account = await findAccountRow(db, agent, accountId);
  if (!account) throw new AppError("not_found", "There is no such account.");
  return account;
}

/** The same of what an account does, where nothing else of it is needed. */
export function requireVisibleStanding(db: Db, agent: Agent, accountId: number): AccountStanding {
  const standing = findAccountStanding(db, agent, accountId);
  if (!standing) throw new AppError("not_found", "There is no such account.");
  return standing;
}

/** @throws AppError `conflict` for what needs a server, of an account of sample mail */
export function requireServer({ provider }: { provider: string }): void {
  if (provider === sampleProvider)
    throw new AppError("conflict", "This is sample mail: there is no mail server behind it, and nothing leaves it.");
}
