/** Texts ahead of need, newest first, when nothing more urgent wants the connection; so that opening a conversation seldom waits. */
import { bodiesWanted, failBodies, newestSince, type BodyCursor, type BodyWanted } from "#db/queries/outbox/bodies";
import { livePlaces } from "#db/queries/outbox/message-places";
import { outboxAccount } from "#db/queries/outbox/outbox-account";
import { messageOf } from "../errors.ts";
import { commit } from "../events/commit.ts";
import type { AccountSessions } from "../imap/account-sessions.ts";
import { ImapError } from "../imap/errors.ts";
import { log } from "../log.ts";
import { store } from "../store.ts";
import { keepBodies } from "./keep-bodies.ts";
import { decodeTexts, fetchTexts } from "./perform/read-bodies.ts";
import { selectPlace } from "./select-place.ts";

const logger = log("outbox");
const batchMax = 50;
const batchBytesMax = 4_000_000;
/** While an account's history comes in, only its newest conversations are made ready. */
const whileSyncingMax = 100;

const fromTheTop: BodyCursor = { receivedAt: Number.MAX_SAFE_INTEGER, messageId: 0 };

/** How far down one account's texts have been fetched, since it was connected. */
export class BodyPrefetch {
  readonly #accountId: number;
  readonly #sessions: AccountSessions;
  #cursor: BodyCursor = fromTheTop;
  #lastId = 0;
  #batchSize = batchMax;
  #fetchedCount = 0;

  constructor(accountId: number, sessions: AccountSessions) {
    this.#accountId = accountId;
    this.#sessions = sessions;
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.#sessions.isConnected(this.#accountId)) {
      const account = await outboxAccount(store().read, this.#accountId);
      if (!account || account.state === "paused") return;
      this.#lookUp();
      if (account.state !== "live" && this.#fetchedCount >= whileSyncingMax) return;
      const wanted = withinBytes(bodiesWanted(store().read, this.#accountId, this.#cursor, this.#batchSize));
      if (wanted.length === 0 || !(await this.#fetch(wanted))) return;
    }
  }

  /** What has come in since and is newer than where we are is fetched first. */
  #lookUp(): void {
    const { receivedAt, lastId } = newestSince(store().read, this.#accountId, this.#lastId);
    this.#lastId = lastId;
    if (receivedAt === null || receivedAt < this.#cursor.receivedAt) return;
    this.#cursor = { receivedAt: receivedAt + 1, messageId: 0 };
    this.#fetchedCount = Math.min(this.#fetchedCount, whileSyncingMax - 1);
  }

  /** @returns whether to go on */
  async #fetch(wanted: BodyWanted[]): Promise<boolean> {
    try {
      for (const batch of Map.groupBy(onceEach(wanted), (one) => one.folderId).values()) {
        await keep(batch, await this.#read(batch));
      }
    } catch (error) {
      return this.#recover(wanted, error);
    }
    this.#moveBelow(wanted);
    this.#batchSize = Math.min(batchMax, this.#batchSize * 2);
    return true;
  }

  /** A batch that cannot be read is read in halves, until the one message is found that nobody can read. */
  async #recover(wanted: BodyWanted[], error: unknown): Promise<boolean> {
    logger.info("Texts could not be fetched ahead.", { accountId: this.#accountId, detail: messageOf(error) });
    const isUnread = error instanceof ImapError && (error.kind === "poison" || error.kind === "protocol");
    const [only] = wanted;
    if (only && wanted.length === 1 && isUnread) {
      await store().write((tx) => failBodies(tx, [only.messageId]));
      this.#moveBelow(wanted);
    }
    this.#batchSize = Math.max(1, Math.floor(wanted.length / 2));
    return isUnread;
  }

  /** What the server gave nothing for is passed over: whoever opens it has it fetched by other means. */
  #moveBelow(wanted: BodyWanted[]): void {
    const last = wanted.at(-1);
    if (!last) return;
    this.#fetchedCount += wanted.length;
    this.#cursor = { receivedAt: last.receivedAt, messageId: last.messageId };
  }

  #read(batch: BodyWanted[]): Promise<Map<number, Map<string, Buffer>>> {
    return this.#sessions.run(this.#accountId, 3, async (session) => {
      const places = livePlaces(
        store().read,
        batch.map((one) => one.placementId),
      );
      const [first] = places;
      if (!first) return new Map();
      await selectPlace(session, first);
      const partsOf = new Map(batch.map((one) => [one.messageId, one.parts]));
      const here = places.filter((place) => place.folderId === first.folderId);
      return fetchTexts(
        session,
        here.map(({ uid, messageId }) => ({ uid, message: { id: messageId, parts: partsOf.get(messageId) ?? [] } })),
      );
    });
  }
}

async function keep(batch: BodyWanted[], texts: Map<number, Map<string, Buffer>>): Promise<void> {
  const readable = batch.flatMap(({ messageId: id, parts }) => {
    const contents = texts.get(id);
    return contents ? [{ message: { id, parts }, contents }] : [];
  });
  const read = await Promise.allSettled(readable.map(({ message, contents }) => decodeTexts(message, contents)));
  const bodies = read.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failed = readable.filter((_, index) => read[index]?.status === "rejected").map(({ message }) => message.id);
  await commit(async (tx, changed) => {
    if (failed.length > 0) await failBodies(tx, failed);
    await keepBodies(tx, changed, bodies);
  });
}

/** A message may lie in several folders. */
function onceEach(wanted: BodyWanted[]): BodyWanted[] {
  return [...new Map(wanted.map((one) => [one.messageId, one])).values()];
}

function withinBytes(wanted: BodyWanted[]): BodyWanted[] {
  let bytes = 0;
  const fitting = wanted.filter((one) => {
    bytes += one.parts.reduce((sum, part) => sum + (part.contentType.startsWith("text/") ? part.sizeBytes : 0), 0);
    return bytes <= batchBytesMax;
  });
  return fitting.length > 0 ? fitting : wanted.slice(0, 1);
}
