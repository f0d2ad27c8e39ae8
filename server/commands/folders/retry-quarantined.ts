import { raiseSettingsVersion } from "#db/queries/accounts/accounts";
import { findQuarantined, hurryQuarantined } from "#db/queries/health/quarantine";
import type { Agent } from "#server/auth/agent";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { requireChangeableAccount } from "../accounts/require-account.ts";

/** Has a message that was set aside read again at once. */
export async function retryQuarantined(agent: Agent, folderId: number, uid: number): Promise<void> {
  await commit(async (tx, changed) => {
    const found = await findQuarantined(tx, folderId, uid);
    if (!found) throw new AppError("not_found", "There is no such message.");
    const { accountId } = found;
    const account = await requireChangeableAccount(tx, agent, accountId);
    if (account.state === "paused") throw new AppError("conflict", "This account is paused. Resume it first.");
    await hurryQuarantined(tx, found.id, now());
    await raiseSettingsVersion(tx, accountId);
    changed({ type: "folder.changed", folderId, accountId, inboxIds: [account.inboxId] });
  });
}
