/** Texts ahead of need, newest first, when nothing more urgent wants the connection; so that opening a conversation seldom waits. */
import {
  bodiesWanted,
  failBodies,
  lastMessageId,
  newestSince,
  type BodyCursor,
  type BodyWanted,
  type StoredBody,
} from "#db/queries/outbox/bodies";
import type { MessagePart } from "#lib/contracts/message-part";
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
/** While an account's history comes in, only its first screen is made ready: decoding more would hold the rest up. */
const whileSyncingMax = 50;

const fromTheTop: BodyCursor = { receivedAt: Number.MAX_SAFE_INTEGER, messageId: 0 };

/** How far down one account's texts have been fetched, since it was connected. */
export class BodyPrefetch {
  readonly #accountId: number;
  readonly #sessions: AccountSessions;
  #cursor: BodyCursor = fromTheTop;
  #lastId: number | null = null;
  /** Nothing of this account is left below; looking again would walk over the others' messages in vain. */
  #isAtBottom = false;
  #batchSize = batchMax;
  #fetchedCount = 0;

  constructor(accountId: number, sessions: AccountSessions) {
    this.#accountId = accountId;
    this.#sessions = sessions;
  }

  /** Whether nothing is to be fetched, unless messages were stored after `lastId`. */
  isDone(lastId: number): boolean {
    return this.#isAtBottom && this.#lastId === lastId;
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.#sessions.isConnected(this.#accountId)) {
      if (this.#sessions.holds.of(this.#accountId, "bodies")) return;
      const account = await outboxAccount(store().read, this.#accountId);
      if (!account || account.state === "paused") return;
      this.#lookUp();
      const isEnough = account.state !== "live" && this.#fetchedCount >= whileSyncingMax;
      if (isEnough || this.#isAtBottom) return;
      const wanted = withinBytes(bodiesWanted(store().read, this.#accountId, this.#cursor, this.#batchSize));
      this.#isAtBottom = wanted.length === 0;
      if (this.#isAtBottom || !(await this.#fetch(wanted))) return;
    }
  }

  /** What has come in since and is newer than where we are is fetched first; what is older is met on the way down. */
  #lookUp(): void {
    if (this.#lastId === null) {
      this.#lastId = lastMessageId(store().read);
      return;
    }
    const { receivedAt, lastId } = newestSince(store().read, this.#accountId, this.#lastId);
    this.#lastId = lastId;
    if (receivedAt === null) return;
    this.#isAtBottom = false;
    if (receivedAt < this.#cursor.receivedAt) return;
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
  const bodies: StoredBody[] = [];
  // One after the other: the parsing threads are there for people first.
  for (const { messageId, parts } of batch) {
    const contents = texts.get(messageId);
    const body = contents && (await decodeOrPass({ id: messageId, parts }, contents));
    if (body) bodies.push(body);
  }
  await commit(async (tx, changed) => keepBodies(tx, changed, bodies));
}

/** Null for what cannot be read, or not in time: whoever opens it learns which. */
async function decodeOrPass(message: { id: number; parts: MessagePart[] }, contents: Map<string, Buffer>) {
  try {
    return await decodeTexts(message, contents);
  } catch (error) {
    logger.info("A text fetched ahead could not be read.", { messageId: message.id, detail: messageOf(error) });
    return null;
  }
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
