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
} from "#db/queries/sync/insert-messages";
import { conversationsOfThreads, formerPlacements, type KnownMessage } from "#db/queries/sync/known-messages";
import { wishTidySent } from "#db/queries/sync/sent-copies";
import type { Sight } from "#db/queries/count-sights";
import type { Db } from "#db/dialect/sqlite";
import type { MessageDirection } from "#lib/contracts/vocabulary";
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
  /** Whether what a new conversation counts is known from its mails alone: not with labels, nor for an account that has gone to another inbox. */
  countsBegun: boolean;
  /** What arrived after this instant is news, which may reopen a conversation; null for history. */
  newsSince: Date | null;
  /** Normalised addresses of every account, and of those in this inbox. */
  ours: ReadonlySet<string>;
  oursInInbox: ReadonlySet<string>;
};

/**
 * Conversations whose counts are old now, those included that were merged away; and all that is seen of those that began here, whose
 * counts say nothing else.
 */
export type Applied = { conversationIds: number[]; begun: Sight[]; merges: Merge[] };

export async function applyMessages(tx: Db, context: ApplyContext, incoming: IncomingMessage[]): Promise<Applied> {
  const batch = await recogniseMessages(tx, context.folder, context.inboxId, incoming);
  const { merges, joinedIds, newsIds, suspectIds, begunIds } = await thread(tx, context, batch.entries);
  const begun = await place(tx, context, batch, begunIds);
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
  for (const group of groups) {
    const isOpen = group.newcomers.some((index) => {
      const entry = newcomers[index];
      return entry !== undefined && isAtHand(context.folder, entry);
    });
    const conversationId = await conversationOf(tx, group, isOpen, result.merges);
    if (group.conversationIds.length === 0) result.begunIds.add(conversationId);
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
  const { receivedAt } = message.place;
  const filing = { conversationId, direction: directionOf(context, message), receivedAt, threadedBy };
  return { id: insertMessage(tx, message, filing, now()), identity: message.identity, conversationId, isInInbox: 1 };
}

function directionOf({ folder, oursInInbox }: ApplyContext, { from, place }: IncomingMessage): MessageDirection {
  const { role, holdsLabels } = folder;
  const isOurs = oursInInbox.has(normalizeAddress(from.address));
  const isWritten = role === "sent" || role === "drafts" || (holdsLabels && place.labels.some(isGivenByGmail));
  return isOurs || isWritten ? "out" : "in";
}

/** @returns all sights of conversations that have begun and are nowhere else */
async function place(
  tx: Db,
  context: ApplyContext,
  { entries, placed }: Batch,
  begunIds: ReadonlySet<number>,
): Promise<Sight[]> {
  const { folder } = context;
  const messageIds = entries.flatMap(({ known }) => known?.id ?? []);
  const former = folder.generation === 1 ? [] : await formerPlacements(tx, folder.id, folder.generation, messageIds);
  const formerOf = Map.groupBy(former, (row) => row.messageId);
  const relocated: IncomingMessage["place"][] = [];
  const sights: Sight[] = [];
  const others = new Set<number>();
  let addedCount = 0;
  for (const { message, known, copies } of entries) {
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
      if (reused === undefined) insertPlacement(tx, home, place, now());
      else relocatePlacement(tx, reused, home, place);
      if (reused !== undefined) relocated.push(place);
      if (reused !== undefined || copies.length > 1) others.add(known.conversationId);
    }
    if (begunIds.has(known.conversationId)) sights.push(sightOf(context, known, message));
  }
  await addStoredCount(tx, folder.id, addedCount);
  await applyFlags(tx, folder, relocated);
  return context.countsBegun ? sights.filter(({ conversationId }) => !others.has(conversationId)) : [];
}

/** As `refreshConversations` would read it of a message that has this one place. */
function sightOf(context: ApplyContext, { id, conversationId }: KnownMessage, message: IncomingMessage): Sight {
  const { place, from, to, attachments } = message;
  return {
    conversationId,
    inboxId: context.inboxId,
    messageId: id,
    direction: directionOf(context, message),
    subject: message.subject,
    preview: "",
    fromName: from.name,
    fromAddress: from.address,
    recipients: JSON.stringify(to),
    receivedAt: place.receivedAt.getTime(),
    attachmentCount: attachments.filter(({ inline }) => !inline).length,
    role: context.folder.role,
    labels: null,
    labelRoles: null,
    seen: place.seen ? 1 : 0,
    flagged: place.flagged ? 1 : 0,
  };
}
