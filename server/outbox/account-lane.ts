/**
 * One account's operations of some kinds, one batch after the other. An account has three lanes: what agents did to mail, what they
 * send, and what somebody waits to read; none of them waits for another.
 */
import { dueOperations } from "#db/queries/outbox/due-operations";
import { outboxAccount } from "#db/queries/outbox/outbox-account";
import { claimOperations } from "#db/queries/outbox/settle-operations";
import type { OperationKind } from "#lib/contracts/vocabulary";
import { now } from "../clock.ts";
import { store } from "../store.ts";
import { chooseBatch, type Batch } from "./claim-batch.ts";
import type { OutboxContext } from "./context.ts";
import { HopelessError } from "./outcome.ts";
import { appendSent } from "./perform/append-sent.ts";
import { fetchAttachment } from "./perform/fetch-attachment.ts";
import { fetchBodies } from "./perform/fetch-body.ts";
import { fetchSource } from "./perform/fetch-source.ts";
import { moveMessages } from "./perform/move-messages.ts";
import { sendMessage } from "./perform/send-message.ts";
import { storeFlags } from "./perform/store-flags.ts";
import { batchOfOne, resolveUncertain } from "./resolve-uncertain.ts";
import { settleFailure } from "./settle.ts";

export type LaneName = "acts" | "sends" | "fetches";

export const laneKinds: Record<LaneName, readonly OperationKind[]> = {
  acts: ["store-flags", "move", "append-sent"],
  sends: ["send"],
  fetches: ["fetch-body", "fetch-source", "fetch-attachment"],
};

export const laneOf = (kind: OperationKind): LaneName =>
  kind === "send" ? "sends" : kind.startsWith("fetch-") ? "fetches" : "acts";

const dueMax = 2000;

/** Works until nothing is due, or the account cannot be reached. */
export async function runLane(accountId: number, lane: LaneName, base: Omit<OutboxContext, "account">): Promise<void> {
  while (!base.signal.aborted) {
    const account = await outboxAccount(store().read, accountId);
    if (!account || account.state === "paused") return;
    const context = { ...base, account };
    const isConnected = base.sessions.isConnected(accountId);
    const hasLooked = isConnected && (await lookForOne(context, lane));
    if (hasLooked) continue;
    // A mail leaves by SMTP, whatever becomes of IMAP.
    if (!isConnected && lane !== "sends") return;
    const batch = chooseBatch(dueOperations(store().read, "pending", accountId, laneKinds[lane], now(), dueMax));
    if (!batch) return;
    await claim(batch);
    await base.failpoint(`${batch.kind}:claimed`);
    await settling(context, batch, "perform", () => perform(context, batch));
  }
}

/** @returns whether there was something in doubt */
async function lookForOne(context: OutboxContext, lane: LaneName): Promise<boolean> {
  const [operation] = dueOperations(store().read, "uncertain", context.account.id, laneKinds[lane], now(), 1);
  if (!operation) return false;
  const batch = batchOfOne(operation);
  await claim(batch);
  await settling(context, batch, "look", () => resolveUncertain(context, operation));
  return true;
}

/** Committed before the first byte leaves: after a crash it is known what may have happened. */
async function claim(batch: Batch): Promise<void> {
  await store().write(async (tx) => {
    claimOperations(
      tx,
      batch.operations.map((operation) => operation.id),
    );
  });
}

async function settling(
  context: OutboxContext,
  batch: Batch,
  purpose: "perform" | "look",
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    await settleFailure(context, batch, error, purpose);
  }
}

async function perform(context: OutboxContext, batch: Batch): Promise<void> {
  const isWrite = batch.kind === "store-flags" || batch.kind === "move" || batch.kind === "append-sent";
  if (isWrite && context.account.mode === "read-only") throw new HopelessError("This account is read-only.");
  switch (batch.kind) {
    case "store-flags":
      return storeFlags(context, batch);
    case "move":
      return moveMessages(context, batch);
    case "send":
      return sendMessage(context, batch);
    case "append-sent":
      return appendSent(context, batch);
    case "fetch-body":
      return fetchBodies(context, batch);
    case "fetch-source":
      return fetchSource(context, batch);
    case "fetch-attachment":
      return fetchAttachment(context, batch);
    default:
      return batch satisfies never;
  }
}
