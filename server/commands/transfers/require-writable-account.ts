import type { Db } from "#db/dialect/sqlite";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { requireServer, requireVisibleAccount } from "../accounts/require-account.ts";

/** @throws AppError `not_found` for an account that they do not see, `conflict` for one whose server is never written to */
export async function requireWritableAccount(db: Db, agent: Agent, accountId: number) {
  const account = await requireVisibleAccount(db, agent, accountId);
  requireServer(account);
  if (account.mode === "read-only")
    throw new AppError("conflict", "This account is connected read-only, so no mail can be put into it.");
  return account;
}
