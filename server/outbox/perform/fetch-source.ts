import { messageParts, setSourceBlob } from "#db/queries/outbox/bodies";
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

/** The whole mail, byte for byte, kept from then on. */
export async function fetchSource(context: OutboxContext, batch: BatchOf<"fetch-source">): Promise<void> {
  const messageId = batch.operations[0]?.messageId;
  const [message] = messageId ? await messageParts(store().read, [messageId]) : [];
  if (!message) throw new HopelessError("The message no longer exists.");
  const blob = message.sourceBlob ?? (await keepBlob(await download(context, message.id, batch)));
  await commit(async (tx, changed) => {
    await setSourceBlob(tx, message.id, blob);
    tellMessage(tx, changed, message);
    settleOperations(
      tx,
      batch.operations.map((operation) => operation.id),
      "done",
      now(),
    );
  });
}

function download(context: OutboxContext, messageId: number, batch: Batch): Promise<Buffer> {
  return fromAnyPlace(context, messageId, priorityOf(batch.operations), (session, place) =>
    session.fetchSource(place.uid, sourceBytesMax),
  );
}
