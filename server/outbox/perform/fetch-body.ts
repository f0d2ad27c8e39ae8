import { messageParts, type StoredBody } from "#db/queries/outbox/bodies";
import { placesOfMessage, type Place } from "#db/queries/outbox/message-places";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { now } from "../../clock.ts";
import { messageOf } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { log } from "../../log.ts";
import { store } from "../../store.ts";
import type { BatchOf } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { keepBodies, tellMessage } from "../keep-bodies.ts";
import { HopelessError } from "../outcome.ts";
import { priorityOf } from "../priority.ts";
import { selectPlace } from "../select-place.ts";
import { failFetch } from "./fail-fetch.ts";
import { fromAnyPlace } from "./from-any-place.ts";
import { decodeTexts, fetchTexts, readWholeSource } from "./read-bodies.ts";

type Wanted = Awaited<ReturnType<typeof messageParts>>[number];
type FetchBatch = BatchOf<"fetch-body">;

/** The texts of messages that somebody waits for: one command a folder, then what that did not bring, one by one. */
export async function fetchBodies(context: OutboxContext, batch: FetchBatch): Promise<void> {
  const ids = [...new Set(batch.operations.flatMap((operation) => operation.messageId ?? []))];
  const messages = await messageParts(store().read, ids);
  const texts = await fetchTogether(
    context,
    batch,
    messages.filter((message) => message.bodyState !== "stored"),
  );
  for (const message of messages) {
    const operations = batch.operations.filter((operation) => operation.messageId === message.id);
    try {
      const body = message.bodyState === "stored" ? null : await bodyOf(context, batch, message, texts.get(message.id));
      await keep(message, body, operations);
    } catch (error) {
      if (!(error instanceof HopelessError)) throw error;
      await failFetch({ kind: "fetch-body", operations }, messageOf(error));
    }
  }
}

async function fetchTogether(context: OutboxContext, batch: FetchBatch, messages: readonly Wanted[]) {
  const texts = new Map<number, Map<string, Buffer>>();
  const folders = new Map<number, { place: Place; wanted: { uid: number; message: Wanted }[] }>();
  for (const message of messages) {
    const place = placesOfMessage(store().read, message.id, context.account.id)[0];
    if (place?.accountId !== context.account.id) continue;
    const folder = folders.get(place.folderId) ?? { place, wanted: [] };
    folder.wanted.push({ uid: place.uid, message });
    folders.set(place.folderId, folder);
  }
  for (const { place, wanted } of folders.values()) {
    const found = await context.sessions.run(context.account.id, priorityOf(batch.operations), async (session) => {
      await selectPlace(session, place);
      return fetchTexts(session, wanted);
    });
    for (const [messageId, contents] of found) texts.set(messageId, contents);
  }
  return texts;
}

async function bodyOf(
  context: OutboxContext,
  batch: FetchBatch,
  message: Wanted,
  texts: Map<string, Buffer> | undefined,
): Promise<StoredBody> {
  try {
    if (texts) return await decodeTexts(message, texts);
  } catch (error) {
    log("outbox").warn("A message's text could not be read.", { messageId: message.id, error });
    throw new HopelessError("The text of this message cannot be read.");
  }
  return fromAnyPlace(context, message.id, priorityOf(batch.operations), (session, place) =>
    readWholeSource(session, place.uid, message.id),
  );
}

async function keep(message: Wanted, body: StoredBody | null, operations: FetchBatch["operations"]): Promise<void> {
  const ids = operations.map((operation) => operation.id);
  await commit(async (tx, changed) => {
    if (body) await keepBodies(tx, changed, [body]);
    tellMessage(tx, changed, message);
    settleOperations(tx, ids, "done", now());
  });
}
