import { setImmediate } from "node:timers/promises";
import { recountBatch } from "#db/queries/accounts/recount-account";
import { commit } from "#server/events/commit";

/**
 * Counts the account's conversations anew, in commits short enough for others to come between. It goes on from the account's
 * `recountFrom`, so a run that was cut short is continued by the next, and two at once share the work.
 */
export async function recountAccount(accountId: number): Promise<void> {
  for (let isLast = false; !isLast; await setImmediate()) {
    isLast = await commit(async (tx, changed) => {
      const batch = await recountBatch(tx, accountId);
      for (const [conversationId, inboxIds] of batch.inboxIds)
        changed({ type: "conversation.changed", conversationId, inboxIds });
      return batch.isLast;
    });
  }
}
