/**
 * Stores what a folder holds: new messages with their conversation, new placements of known ones. One transaction, set by set:
 * the number of look-ups does not grow with the number of messages.
 */
import type { FolderRow } from "#db/queries/sync/folders";
import { insertConversations, insertMessage, type Filing } from "#db/queries/sync/insert-messages";
import { conversationsOfThreads, type KnownMessage } from "#db/queries/sync/known-messages";
import { wishTidySent } from "#db/queries/sync/sent-copies";
import type { Sight } from "#db/queries/count-sights";
import type { Db } from "#db/dialect/sqlite";
import { normalizeAddress } from "#lib/mail/address";
import { ownLabels } from "#lib/mail/labels";
import { now } from "#server/clock";
import type { ApplyContext } from "./apply-context.ts";
import { applyTags } from "./apply-tags.ts";
import { directionOf, placeMessages } from "./place-messages.ts";
import { joinConversations, type Merge } from "./join-conversations.ts";
import type { IncomingMessage } from "./recording/prepare-messages.ts";
import { recogniseMessages, type Entry } from "./recognise-messages.ts";
import { splitContested } from "./split-contested.ts";
import { threadMessages, type Group, type Newcomer } from "./thread-messages.ts";
import { openFoundTickets, reopenTickets } from "./ticket-status.ts";

/**
 * Conversations whose counts are old now, those included that were merged away; and all that is seen of those that began here, whose
 * counts say nothing else.
 */
export type Applied = { conversationIds: number[]; begun: Sight[]; merges: Merge[] };

export async function applyMessages(tx: Db, context: ApplyContext, incoming: IncomingMessage[]): Promise<Applied> {
  const batch = await recogniseMessages(tx, context.folder, context.inboxId, incoming);
  const { merges, joinedIds, newsIds, suspectIds, begunIds } = await thread(tx, context, batch.entries);
  const begun = await placeMessages(tx, context, batch, begunIds);
  const splitIds = await splitContested(tx, suspectIds, context.inboxId, isOursIn(context));
  if (context.folder.role === "sent") {
    const ids = batch.entries.flatMap(({ known }) => known?.id ?? []);
    wishTidySent(tx, context.folder.id, ids, now());
  }
  const merged = new Map(merges.map((merge) => [merge.conversationId, merge.intoConversationId]));
  const here = batch.entries.flatMap(({ known }) =>
    known ? (merged.get(known.conversationId) ?? known.conversationId) : [],
  );
  const news = batch.entries.flatMap(({ known, copies }) =>
    known
      ? copies.map(({ place: { keywords, labels } }) => ({
          conversationId: merged.get(known.conversationId) ?? known.conversationId,
          added: [...keywords, ...labels],
          removed: [],
        }))
      : [],
  );
  await applyTags(tx, context.folder.accountId, news, context.newsSince === null);
  await openFoundTickets(tx, joinedIds);
  await reopenTickets(tx, newsIds);
  const displaced = batch.placed.values().map((row) => row.conversationId);
  const conversationIds = new Set([...here, ...splitIds, ...displaced, ...merged.keys()]);
  for (const { conversationId } of begun) conversationIds.delete(conversationId);
  return { conversationIds: [...conversationIds], begun, merges };
}

/**
 * `joinedIds` and `newsIds` are of what lies at hand; `suspectIds` hold a mail whose id others have as well, `begunIds` only mails that
 * were not known.
 */
type Threaded = {
  merges: Merge[];
  joinedIds: number[];
  newsIds: number[];
  suspectIds: number[];
  begunIds: Set<number>;
};

/** In the inbox or a folder of the user's own; a mail that Gmail has in All Mail lies where its labels say. */
function isAtHand({ role, holdsLabels }: FolderRow, { message }: Entry): boolean {
  return holdsLabels ? message.place.labels.includes(ownLabels.inbox) : role === "inbox" || role === "none";
}

/** Gives every message of the batch a conversation, and stores those that are new. */
async function thread(tx: Db, context: ApplyContext, entries: Entry[]): Promise<Threaded> {
  const newcomers = entries.filter((entry) => !entry.known?.isInInbox);
  const known = entries.filter((entry) => entry.known?.isInInbox);
  const threadIds = newcomers.flatMap(({ message }) => message.place.providerThreadId ?? []);
  const threads = await conversationsOfThreads(tx, context.folder.accountId, [...new Set(threadIds)]);
  const isOurs = isOursIn(context);
  const { groups, reasons, isContested } = await threadMessages(
    tx,
    newcomers.map(newcomerOf),
    context.inboxId,
    isOurs,
    threads,
  );
  const result: Threaded = {
    merges: [],
    joinedIds: known.flatMap((entry) => (isAtHand(context.folder, entry) ? (entry.known?.conversationId ?? []) : [])),
    newsIds: [],
    suspectIds: [],
    begunIds: new Set(),
  };
  const begun = groups.filter((group) => group.conversationIds.length === 0);
  const isOpen = (group: Group) =>
    group.newcomers.some((index) => {
      const entry = newcomers[index];
      return entry !== undefined && isAtHand(context.folder, entry);
    });
  const createdAt = now();
  result.begunIds = new Set(insertConversations(tx, begun.map(isOpen), createdAt));
  const begunIds = result.begunIds.values();
  for (const group of groups) {
    const conversationId = (await joined(tx, group, result.merges)) ?? begunIds.next().value;
    if (conversationId === undefined) throw new Error("Every group has a conversation.");
    for (const index of group.newcomers) {
      const entry = newcomers[index];
      if (!entry) continue;
      if (entry.known) entry.known = { ...entry.known, conversationId };
      else
        entry.known = storeMessage(tx, context, entry.message, {
          conversationId,
          threadedBy: reasons[index] ?? "",
          createdAt,
        });
      // What the provider has in one thread stays in one.
      if (isContested[index] && !entry.message.place.providerThreadId) result.suspectIds.push(conversationId);
      if (group.conversationIds.length === 0 || !isAtHand(context.folder, entry)) continue;
      result.joinedIds.push(conversationId);
      if (isNews(context, entry.message)) result.newsIds.push(conversationId);
    }
  }
  for (const id of result.suspectIds) result.begunIds.delete(id);
  return result;
}

const isOursIn =
  ({ ours }: ApplyContext) =>
  (address: string) =>
    ours.has(normalizeAddress(address));

function newcomerOf({ message, known }: Entry): Newcomer {
  return {
    messageId: known?.id ?? null,
    providerThreadId: message.place.providerThreadId ?? null,
    conversationId: known?.conversationId ?? null,
    internetMessageId: message.internetMessageId,
    references: message.namedIds,
    fromAddress: message.from.address,
    participants: message.participants,
  };
}

/** The stored conversation that a group joins; undefined when it begins one. */
async function joined(tx: Db, { conversationIds }: Group, merges: Merge[]): Promise<number | undefined> {
  const [oldest, ...others] = conversationIds;
  if (oldest !== undefined && others.length > 0) merges.push(...(await joinConversations(tx, oldest, others)));
  return oldest;
}

function isNews({ newsSince, oursInInbox }: ApplyContext, message: IncomingMessage): boolean {
  if (newsSince === null || message.place.receivedAt < newsSince) return false;
  return !oursInInbox.has(normalizeAddress(message.from.address));
}

function storeMessage(
  tx: Db,
  context: ApplyContext,
  message: IncomingMessage,
  { createdAt, ...filed }: Pick<Filing, "conversationId" | "threadedBy"> & { createdAt: Date },
): KnownMessage {
  const filing = { ...filed, direction: directionOf(context, message), receivedAt: message.place.receivedAt };
  const id = insertMessage(tx, message, filing, createdAt);
  return { id, identity: message.identity, conversationId: filed.conversationId, isInInbox: 1 };
}
