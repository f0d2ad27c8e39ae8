import { waitingUploads } from "#db/queries/conversations/attachment-rows";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";

/** What one agent may have lying about that no mail carries yet, in a day. */
const waitingBytesMax = 250_000_000;
const waitingCountMax = 200;
const dayMs = 24 * 60 * 60 * 1000;

/** @throws AppError `rate_limited` */
export async function requireRoom(agent: Agent, at: Date): Promise<void> {
  const waiting = await waitingUploads(store().read, agent.id, new Date(at.getTime() - dayMs));
  if (waiting.count < waitingCountMax && waiting.bytes < waitingBytesMax) return;
  throw new AppError("rate_limited", "Too many files wait to be sent. Send or discard some first.", {
    retryAfterSeconds: 3600,
  });
}
