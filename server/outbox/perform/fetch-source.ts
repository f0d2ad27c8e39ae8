import { messageParts, setSourceBlob } from "#db/queries/outbox/bodies";
import { keepAccountSource } from "#db/queries/transfers/sources";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { keepBlob } from "../../blobs.ts";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { store } from "../../store.ts";
import type { Batch, BatchOf } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { tellMessage } from "../keep-bodies.ts";
import { HopelessError } from "../outcome.ts";
import { priorityOf } from "../priority.ts";
import { fromAnyPlace } from "./from-any-place.ts";

const sourceBytesMax = 50_000_000;

/** The whole mail, byte for byte, kept from then on, together with which account's it is. */
export async function fetchSource(context: OutboxContext, batch: BatchOf<"fetch-source">): Promise<void> {
  const messageId = batch.operations[0]?.messageId;
  const [message] = messageId ? await messageParts(store().read, [messageId]) : [];
  if (!message) throw new HopelessError("The message no longer exists.");
  const isOwnWished = batch.operations.some(({ payload }) => payload.kind === "fetch-source" && payload.own === true);
  const found = message.sourceBlob !== null && !isOwnWished ? null : await download(context, message.id, batch);
  const blob = found ? await keepBlob(found.source) : null;
  await commit(async (tx, changed) => {
    if (found && blob !== null) {
      if (message.sourceBlob === null) await setSourceBlob(tx, message.id, blob);
      keepAccountSource(tx, {
        messageId: message.id,
        accountId: found.accountId,
        blob,
        sizeBytes: found.source.length,
        createdAt: now(),
      });
    }
    // Nobody has it open whose source is fetched behind everything else.
    if (priorityOf(batch.operations) < 3) tellMessage(tx, changed, message);
    settleOperations(
      tx,
      batch.operations.map((operation) => operation.id),
      "done",
      now(),
    );
  });
}

function download(
  context: OutboxContext,
  messageId: number,
  batch: Batch,
): Promise<{ source: Buffer; accountId: number }> {
  return fromAnyPlace(context, messageId, priorityOf(batch.operations), async (session, place) => {
    const source = await session.fetchSource(place.uid, sourceBytesMax);
    return source && { source, accountId: place.accountId };
  });
}
