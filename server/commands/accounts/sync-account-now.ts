import { raiseLookVersion } from "#db/queries/accounts/accounts";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { requireServer, requireVisibleAccount } from "./require-account.ts";

/** Asks the engine to look at the account at once, without waiting for its turn; anyone who sees its mail may. */
export async function syncAccountNow(agent: Agent, accountId: number): Promise<void> {
  await commit(async (tx, changed) => {
    const account = await requireVisibleAccount(tx, agent, accountId);
    requireServer(account);
    if (account.state === "paused") throw new AppError("conflict", "This account is paused. Resume it first.");
    await raiseLookVersion(tx, accountId);
    changed({ type: "account.changed", accountId, inboxIds: [account.inboxId] });
  });
}
