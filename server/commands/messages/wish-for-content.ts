import {
  addFetch,
  findFetch,
  hurryFetch,
  operationState,
  placeToFetchFrom,
} from "#db/queries/conversations/message-content";
import type { OperationPayload } from "#lib/contracts/operation";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { doorbell } from "../../events/doorbell.ts";
import { store } from "../../store.ts";

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

async function untilSettled(operationId: number, deadline: number): Promise<void> {
  for (;;) {
    // Listening begins before looking, so that no ring falls between.
    const stopped = new AbortController();
    const rung = doorbell().next(Math.max(0, deadline - performance.now()), stopped.signal);
    const state = await operationState(store().read, operationId);
    const isWaiting = state === "pending" || state === "inflight" || state === "uncertain";
    if (!isWaiting || performance.now() >= deadline) stopped.abort();
    if (state === "failed")
      throw new AppError("unavailable", "The mail server did not hand this over.", { retryAfterSeconds: 30 });
    if (!isWaiting) return;
    if (performance.now() >= deadline)
      throw new AppError("unavailable", "The mail server has not answered yet.", { retryAfterSeconds: 5 });
    await rung;
  }
}
