/**
 * Stores what a folder holds: new messages with their conversation, new placements of known ones. One transaction, set by set:
 * the number of look-ups does not grow with the number of messages.
 */
import { addStoredCount, type FolderRow } from "#db/queries/sync/folders";
import {
  insertConversation,
  insertMessage,
  insertPlacement,
  relocatePlacement,
  type NewMessage,
} from "#db/queries/sync/insert-messages";
import { conversationsOfThreads, formerPlacements, type KnownMessage } from "#db/queries/sync/known-messages";
import { wishTidySent } from "#db/queries/sync/sent-copies";
import type { Db } from "#db/dialect/sqlite";
import { normalizeAddress } from "#lib/mail/address";
import { isGivenByGmail, ownLabels } from "#lib/mail/labels";
import { now } from "#server/clock";
import { applyFlags } from "./apply-flags.ts";
import { applyTags } from "./apply-tags.ts";
import { joinConversations, type Merge } from "./join-conversations.ts";
import type { IncomingMessage } from "./recording/prepare-messages.ts";
import { recogniseMessages, type Batch, type Entry } from "./recognise-messages.ts";
import { splitContested } from "./split-contested.ts";
import { threadMessages, type Group, type Newcomer } from "./thread-messages.ts";
import { openFoundTickets, reopenTickets } from "./ticket-status.ts";

export type ApplyContext = {
  inboxId: number;
  folder: FolderRow;
  /** What arrived after this instant is news, which may reopen a conversation; null for history. */
  newsSince: Date | null;
  /** Normalised addresses of every account, and of those in this inbox. */
  ours: ReadonlySet<string>;
  oursInInbox: ReadonlySet<string>;
};

/** Conversations whose counts are old now, those included that were merged away. */
export type Applied = { conversationIds: number[]; merges: Merge[] };

export async function applyMessages(tx: Db, context: ApplyContext, incoming: IncomingMessage[]): Promise<Applied> {
  const batch = await recogniseMessages(tx, context.folder, context.inboxId, incoming);
  const { merges, joinedIds, newsIds, suspectIds } = await thread(tx, context, batch.entries);
  await place(tx, context.folder, batch);
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
  return { conversationIds: [...new Set([...here, ...splitIds, ...displaced, ...merged.keys()])], merges };
}

/** `joinedIds` and `newsIds` are of what lies at hand; `suspectIds` hold a mail whose id others have as well. */
type Threaded = { merges: Merge[]; joinedIds: number[]; newsIds: number[]; suspectIds: number[] };

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
  };
  for (const group of groups) {
    const isOpen = group.newcomers.some((index) => {
      const entry = newcomers[index];
      return entry !== undefined && isAtHand(context.folder, entry);
    });
    const conversationId = await conversationOf(tx, group, isOpen, result.merges);
    for (const index of group.newcomers) {
      const entry = newcomers[index];
      if (!entry) continue;
      if (entry.known) entry.known = { ...entry.known, conversationId };
      else entry.known = storeMessage(tx, context, entry.message, conversationId, reasons[index] ?? "");
      // What the provider has in one thread stays in one.
      if (isContested[index] && !entry.message.place.providerThreadId) result.suspectIds.push(conversationId);
      if (group.conversationIds.length === 0 || !isAtHand(context.folder, entry)) continue;
      result.joinedIds.push(conversationId);
      if (isNews(context, entry.message)) result.newsIds.push(conversationId);
    }
  }
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
    participants: [message.from, ...message.to, ...message.cc, ...message.replyTo].map((one) => one.address),
  };
}

async function conversationOf(tx: Db, group: Group, isOpen: boolean, merges: Merge[]): Promise<number> {
  const [oldest, ...others] = group.conversationIds;
  if (oldest === undefined) return insertConversation(tx, isOpen, now());
  if (others.length > 0) merges.push(...(await joinConversations(tx, oldest, others)));
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
  conversationId: number,
  threadedBy: string,
): KnownMessage {
  const { place, ...rest } = message;
  const { role, holdsLabels } = context.folder;
  const isOurs = context.oursInInbox.has(normalizeAddress(message.from.address));
  const isWritten = role === "sent" || role === "drafts" || (holdsLabels && place.labels.some(isGivenByGmail));
  const direction = isOurs || isWritten ? "out" : "in";
  const row: NewMessage = { ...rest, conversationId, direction, threadedBy, receivedAt: place.receivedAt };
  return { id: insertMessage(tx, row, now()), identity: message.identity, conversationId, isInInbox: 1 };
}

async function place(tx: Db, folder: FolderRow, { entries, placed }: Batch): Promise<void> {
  const messageIds = entries.flatMap(({ known }) => known?.id ?? []);
  const former = folder.generation === 1 ? [] : await formerPlacements(tx, folder.id, folder.generation, messageIds);
  const formerOf = Map.groupBy(former, (row) => row.messageId);
  const relocated: IncomingMessage["place"][] = [];
  let addedCount = 0;
  for (const { known, copies } of entries) {
    if (!known) continue;
    const home = {
      messageId: known.id,
      accountId: folder.accountId,
      folderId: folder.id,
      generation: folder.generation,
    };
    for (const { place } of copies) {
      const here = placed.get(place.uid);
      const reused = here?.id ?? formerOf.get(known.id)?.shift()?.id;
      if (!here || here.missingSince !== null) addedCount += 1;
      if (reused === undefined) insertPlacement(tx, { ...home, ...place }, now());
      else relocatePlacement(tx, reused, { ...home, ...place });
      if (reused !== undefined) relocated.push(place);
    }
  }
  await addStoredCount(tx, folder.id, addedCount);
  await applyFlags(tx, folder, relocated);
}
