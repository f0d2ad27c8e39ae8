import { operationState } from "#db/queries/conversations/message-content";
import { AppError } from "../../errors.ts";
import { doorbell } from "../../events/doorbell.ts";
import { store } from "../../store.ts";

/**
 * Waits until an operation has been carried out.
 * @param deadline on the clock of `performance`
 * @throws AppError `unavailable` when it failed, or was not done by then
 */
export async function untilSettled(operationId: number, deadline: number): Promise<void> {
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
