import { addFetch, findFetch, hurryFetch, placeToFetchFrom } from "#db/queries/conversations/message-content";
import type { OperationPayload } from "#lib/contracts/operation";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { untilSettled } from "./until-settled.ts";

const patienceMs = 10_000;

/**
 * Has something fetched from the mail server, ahead of all backfill, and waits until it is here: ten seconds at most.
 * @throws AppError `unavailable` when it did not come, `not_found` when no server has the message any more
 */
export async function wishForContent(
  agent: Agent,
  messageId: number,
  payload: OperationPayload,
  limitMs = patienceMs,
): Promise<void> {
  const operationId = await commit(async (tx, changed) => {
    const place = await placeToFetchFrom(tx, agent.inboxIds, messageId);
    if (!place) throw new AppError("not_found", "No mail server has this message any more.");
    if (place.state === "paused" || place.state === "needs-attention")
      throw new AppError("unavailable", "The account that holds this message is not connected.", {
        retryAfterSeconds: 60,
      });
    changed({ type: "outbox.wished", accountId: place.accountId, inboxIds: [] });
    const waiting = await findFetch(tx, messageId, payload);
    if (waiting === undefined) return addFetch(tx, place, messageId, payload, now());
    await hurryFetch(tx, waiting, now());
    return waiting;
  });
  await untilSettled(operationId, performance.now() + limitMs);
}
