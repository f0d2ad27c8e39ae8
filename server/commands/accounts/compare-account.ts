import { raiseSettingsVersion } from "#db/queries/accounts/accounts";
import { wishComparison } from "#db/queries/health/comparisons";
import type { Agent } from "#server/auth/agent";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { requireChangeableAccount, requireServer } from "./require-account.ts";

/** Asks the engine to compare every UID and flag of an account with its server; one that goes on already is what was asked for. */
export async function compareAccount(agent: Agent, accountId: number): Promise<void> {
  await commit(async (tx, changed) => {
    const account = await requireChangeableAccount(tx, agent, accountId);
    requireServer(account);
    if (account.state === "paused") throw new AppError("conflict", "This account is paused. Resume it first.");
    if (!(await wishComparison(tx, accountId, now()))) return;
    await raiseSettingsVersion(tx, accountId);
    changed({ type: "account.changed", accountId, inboxIds: [account.inboxId] });
  });
}
