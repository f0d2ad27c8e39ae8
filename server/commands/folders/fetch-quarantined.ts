import { findAccountRow } from "#db/queries/accounts/accounts";
import { mayReadFolder } from "#db/queries/accounts/placements";
import { hurryFetch } from "#db/queries/conversations/message-content";
import { findQuarantined, findSourceWish } from "#db/queries/health/quarantine";
import { wishOperation } from "#db/queries/outbox/wish-operations";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { untilSettled } from "../messages/until-settled.ts";

const patienceMs = 10_000;

/**
 * Makes sure that the source of a message that was set aside is here. It is mail: only members of its inbox read it, and of those only
 * who may change the account.
 * @throws AppError `unavailable` when it did not come in ten seconds
 */
export async function fetchQuarantined(agent: Agent, folderId: number, uid: number): Promise<void> {
  const operationId = await commit(async (tx, changed) => {
    const found = await findQuarantined(tx, folderId, uid);
    const account = found && (await findAccountRow(tx, agent, found.accountId));
    const mayRead = account && can(agent, "account.change", account) && (await mayReadFolder(tx, agent.id, folderId));
    if (!found || !mayRead) throw new AppError("not_found", "There is no such message.");
    if (found.sourceBlob !== null) return null;
    const { accountId, state, id: quarantineId } = found;
    if (state === "paused" || state === "needs-attention")
      throw new AppError("unavailable", "The account that holds this message is not connected.", {
        retryAfterSeconds: 60,
      });
    changed({ type: "outbox.wished", accountId, inboxIds: [] });
    const waiting = await findSourceWish(tx, accountId, quarantineId);
    if (waiting !== undefined) {
      await hurryFetch(tx, waiting, now());
      return waiting;
    }
    const payload = { kind: "fetch-quarantined" as const, quarantineId };
    return wishOperation(tx, { accountId, messageId: null, payload, priority: 0, notBefore: now(), createdAt: now() });
  });
  if (operationId !== null) await untilSettled(operationId, performance.now() + patienceMs);
}
