import { messageParts, setAttachmentBlob, wantedAttachment } from "#db/queries/outbox/bodies";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { keepBlob } from "../../blobs.ts";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { decodeContent } from "../../mime/decode-content.ts";
import { store } from "../../store.ts";
import type { Batch, BatchOf } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { tellMessage } from "../keep-bodies.ts";
import { HopelessError } from "../outcome.ts";
import { priorityOf } from "../priority.ts";
import { fromAnyPlace } from "./from-any-place.ts";

const attachmentBytesMax = 60_000_000;

/** A file of a message, decoded and kept by its hash: two mails with the same file hold it once. */
export async function fetchAttachment(context: OutboxContext, batch: BatchOf<"fetch-attachment">): Promise<void> {
  const [operation] = batch.operations;
  const [message] = operation?.messageId ? await messageParts(store().read, [operation.messageId]) : [];
  const payload = operation?.payload;
  if (!message || payload?.kind !== "fetch-attachment") throw new HopelessError("The message no longer exists.");
  const attachment = await wantedAttachment(store().read, payload.attachmentId, message.id);
  if (!attachment) throw new HopelessError("The message has no such attachment.");
  const kept = attachment.blob ? null : await download(context, batch, message, attachment.part);
  await commit(async (tx, changed) => {
    if (kept) await setAttachmentBlob(tx, attachment.id, kept.blob, kept.sizeBytes);
    tellMessage(tx, changed, message);
    settleOperations(
      tx,
      batch.operations.map((one) => one.id),
      "done",
      now(),
    );
  });
}

async function download(
  context: OutboxContext,
  batch: Batch,
  message: Awaited<ReturnType<typeof messageParts>>[number],
  part: string,
): Promise<{ blob: string; sizeBytes: number }> {
  const encoded = await fromAnyPlace(context, message.id, priorityOf(batch.operations), async (session, place) => {
    const contents = await session.fetchParts(place.uid, [part], attachmentBytesMax);
    return contents.get(part) ?? null;
  });
  const encoding = message.parts.find((one) => one.part === part)?.encoding ?? "";
  const content = decodeContent(encoded, encoding);
  return { blob: await keepBlob(content), sizeBytes: content.length };
}
