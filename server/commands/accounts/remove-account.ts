import { setImmediate } from "node:timers/promises";
import { raiseSettingsVersion, updateAccount } from "#db/queries/accounts/accounts";
import { forgetBatch, hasUnsentMail } from "#db/queries/accounts/forget-account";
import { clearSampleWork } from "#db/queries/accounts/sample-account";
import { deleteGrant, grantOf, isGrantShared } from "#db/queries/oauth/grants";
import { sampleProvider } from "#lib/providers/sample";
import type { Agent } from "#server/auth/agent";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { revokeGrant } from "#server/oauth/revoke-grant";
import { requireChangeableAccount } from "./require-account.ts";

/** Forgets the account and the mail that lies nowhere else. The server is not touched: all of it is still there. */
export async function removeAccount(agent: Agent, accountId: number): Promise<void> {
  const grant = await commit(async (tx, changed) => {
    const account = await requireChangeableAccount(tx, agent, accountId);
    if (await hasUnsentMail(tx, accountId))
      throw new AppError(
        "conflict",
        "Mail is still waiting to be sent from this account. Let it go or cancel it first.",
      );
    await updateAccount(tx, accountId, { removedAt: now(), state: "paused", stateChangedAt: now(), nextRetryAt: null });
    await raiseSettingsVersion(tx, accountId);
    if (account.provider === sampleProvider) clearSampleWork(tx, accountId);
    const found = await grantOf(tx, accountId);
    const isOnlyOne = found !== undefined && !(await isGrantShared(tx, found));
    await deleteGrant(tx, accountId);
    changed({ type: "account.removed", accountId, inboxIds: [account.inboxId] });
    return isOnlyOne ? found : undefined;
  });
  await Promise.all([forgetAccount(accountId), grant && revokeGrant(grant)]);
}

/** Deletes what a removed account left, in commits short enough for others to come between; goes on where it was cut short. */
export async function forgetAccount(accountId: number): Promise<void> {
  for (let isLast = false; !isLast; await setImmediate()) {
    isLast = await commit(async (tx, changed) => {
      const batch = await forgetBatch(tx, accountId);
      for (const [conversationId, inboxIds] of batch.inboxIds)
        changed({ type: "conversation.changed", conversationId, inboxIds });
      for (const tagId of batch.tagIds) changed({ type: "tag.changed", tagId });
      return batch.isLast;
    });
  }
}
