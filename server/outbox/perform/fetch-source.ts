/**
 * Whole mails, byte for byte, kept from then on, together with which account's they are. Those of a batch come in one command; what that
 * does not bring is asked for by itself, wherever else it lies.
 */
import { messageParts, setSourceBlob } from "#db/queries/outbox/bodies";
import { livePlaces, type Place } from "#db/queries/outbox/message-places";
import { keepAccountSource } from "#db/queries/transfers/sources";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { keepBlob } from "../../blobs.ts";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { store } from "../../store.ts";
import type { BatchOf } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { tellMessage } from "../keep-bodies.ts";
import { HopelessError } from "../outcome.ts";
import { priorityOf } from "../priority.ts";
import { selectPlace } from "../select-place.ts";
import { settleFailure } from "../settle.ts";
import { fromAnyPlace } from "./from-any-place.ts";

type SourceBatch = BatchOf<"fetch-source">;
type Message = Awaited<ReturnType<typeof messageParts>>[number];
type Fetched = { message: Message; source: Buffer; accountId: number };

const sourceBytesMax = 50_000_000;
/** Sizes are told a little off by some; what is far larger than its server said is fetched by itself. */
const bytesMaxOf = (sizeBytes: number) => Math.ceil(sizeBytes * 1.1) + 65_536;

export async function fetchSources(context: OutboxContext, batch: SourceBatch): Promise<void> {
  const messageIds = [...new Set(batch.operations.flatMap((operation) => operation.messageId ?? []))];
  const messages = new Map((await messageParts(store().read, messageIds)).map((message) => [message.id, message]));
  const together = messageIds.length > 1 ? await fetchTogether(context, batch, messages) : [];
  if (together.length > 0) await keep(context, batch.operations, together);
  const here = new Set(together.map(({ message }) => message.id));
  for (const messageId of messageIds.filter((id) => !here.has(id))) {
    const operations = batch.operations.filter((operation) => operation.messageId === messageId);
    const alone: SourceBatch = { kind: "fetch-source", operations };
    try {
      await fetchAlone(context, alone, messages.get(messageId));
    } catch (error) {
      if (messageIds.length === 1) throw error;
      await settleFailure(context, alone, error, "perform");
    }
  }
}

/** In the folder of the first; the others lie there too, unless they went elsewhere since. */
async function fetchTogether(
  context: OutboxContext,
  batch: SourceBatch,
  messages: ReadonlyMap<number, Message>,
): Promise<Fetched[]> {
  const accountId = context.account.id;
  const sources = await context.sessions.run(accountId, priorityOf(batch.operations), async (session) => {
    const places = livePlaces(store().read, batch.operations.flatMap((operation) => operation.placementId ?? [])); // prettier-ignore
    const first = places.find((place) => place.accountId === accountId);
    if (!first) return new Map<Place, Buffer>();
    await selectPlace(session, first);
    const here = places.filter((place) => place.folderId === first.folderId);
    const bytesMax = bytesMaxOf(Math.max(...batch.operations.map((operation) => operation.sizeBytes)));
    const found = await session.fetchSources(here.map((place) => place.uid), bytesMax); // prettier-ignore
    return new Map(
      here.flatMap((place) => (found.has(place.uid) ? [[place, found.get(place.uid) ?? Buffer.of()]] : [])),
    );
  });
  return [...sources].flatMap(([place, source]) => {
    const message = messages.get(place.messageId);
    return message ? [{ message, source, accountId }] : [];
  });
}

async function fetchAlone(context: OutboxContext, batch: SourceBatch, message: Message | undefined): Promise<void> {
  if (!message) throw new HopelessError("The message no longer exists.");
  const isOwnWished = batch.operations.some(({ payload }) => payload.kind === "fetch-source" && payload.own === true);
  const isNeeded = message.sourceBlob === null || isOwnWished;
  const found = isNeeded ? [await download(context, message, priorityOf(batch.operations))] : [];
  await keep(context, batch.operations, found, message);
}

function download(context: OutboxContext, message: Message, priority: 0 | 1 | 2 | 3): Promise<Fetched> {
  return fromAnyPlace(context, message.id, priority, async (session, place) => {
    const source = await session.fetchSource(place.uid, sourceBytesMax);
    return source && { message, source, accountId: place.accountId };
  });
}

/** @param waitedFor one that is here already */
async function keep(
  context: OutboxContext,
  operations: SourceBatch["operations"],
  fetched: readonly Fetched[],
  waitedFor?: Message,
): Promise<void> {
  const blobs = await Promise.all(fetched.map(({ source }) => keepBlob(source)));
  const told = waitedFor ? [waitedFor] : fetched.map(({ message }) => message);
  const ids = new Set(told.map((message) => message.id));
  const settled = operations.filter((operation) => ids.has(operation.messageId ?? 0));
  await commit(async (tx, changed) => {
    for (const [index, { message, source, accountId }] of fetched.entries()) {
      const blob = blobs[index] ?? "";
      if (message.sourceBlob === null) await setSourceBlob(tx, message.id, blob);
      keepAccountSource(tx, { messageId: message.id, accountId, blob, sizeBytes: source.length, createdAt: now() });
    }
    // Nobody has it open whose source is fetched behind everything else: only who gathers them has to hear.
    if (priorityOf(operations) < 3) for (const message of told) tellMessage(tx, changed, message);
    else changed({ type: "outbox.wished", accountId: context.account.id, inboxIds: [] });
    settleOperations(tx, settled.map((operation) => operation.id), "done", now()); // prettier-ignore
  });
}
