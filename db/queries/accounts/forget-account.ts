/** Takes an account's mail out of the store in batches; each leaves the store whole. */
import { and, asc, eq, inArray, notExists, or } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import {
  accounts,
  conversationInboxes,
  conversations,
  messages,
  notes,
  placements,
  sends,
} from "../../schema/index.ts";
import { refreshConversations } from "../refresh-conversations.ts";
import { deleteUnusedSampleTags, isSampleAccount } from "./sample-account.ts";

const batchMax = 100;

export type ForgottenBatch = {
  /** Whom to tell of each conversation that changed or went. */
  inboxIds: Map<number, number[]>;
  /** Tags that came with sample mail and went with it. */
  tagIds: number[];
  /** The account itself is gone. */
  isLast: boolean;
};

/**
 * Deletes the next placements of the account (served by `placements_by_account`), then its sends, then itself; with them every
 * message that lies nowhere else, and every conversation left without mail and notes.
 */
export async function forgetBatch(tx: Db, accountId: number): Promise<ForgottenBatch> {
  const messageIds = (await takePlacements(tx, accountId)) ?? (await takeSends(tx, accountId));
  if (!messageIds) {
    const isSample = isSampleAccount(tx, accountId);
    await tx.delete(accounts).where(eq(accounts.id, accountId));
    return { inboxIds: new Map(), tagIds: isSample ? deleteUnusedSampleTags(tx) : [], isLast: true };
  }
  const conversationIds = await conversationsOf(tx, messageIds);
  await deleteHomelessMessages(tx, messageIds);
  const gone = await deleteEmptyConversations(tx, conversationIds);
  const changed = await refreshConversations(
    tx,
    conversationIds.filter((id) => !gone.has(id)),
  );
  return { inboxIds: new Map([...gone, ...changed]), tagIds: [], isLast: false };
}

/** Replies that are queued or on their way through this account. */
export async function hasUnsentMail(db: Db, accountId: number): Promise<boolean> {
  const rows = await db
    .select({ id: sends.id })
    .from(sends)
    .where(and(eq(sends.accountId, accountId), inArray(sends.state, ["queued", "sending"])))
    .limit(1);
  return rows.length > 0;
}

async function takePlacements(tx: Db, accountId: number): Promise<number[] | null> {
  const rows = await tx
    .select({ id: placements.id, messageId: placements.messageId })
    .from(placements)
    .where(eq(placements.accountId, accountId))
    .orderBy(asc(placements.id))
    .limit(batchMax);
  if (rows.length === 0) return null;
  await tx.delete(placements).where(inArray(placements.id, idsOf(rows)));
  return rows.map((row) => row.messageId);
}

async function takeSends(tx: Db, accountId: number): Promise<number[] | null> {
  const rows = await tx
    .select({ id: sends.id, messageId: sends.messageId })
    .from(sends)
    .where(eq(sends.accountId, accountId))
    .limit(batchMax);
  if (rows.length === 0) return null;
  await tx.delete(sends).where(inArray(sends.id, idsOf(rows)));
  return rows.map((row) => row.messageId);
}

async function conversationsOf(tx: Db, messageIds: number[]): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ id: messages.conversationId })
    .from(messages)
    .where(inArray(messages.id, messageIds));
  return idsOf(rows);
}

async function deleteHomelessMessages(tx: Db, messageIds: number[]): Promise<void> {
  const place = tx.select({ id: placements.id }).from(placements).where(eq(placements.messageId, messages.id));
  const sending = tx.select({ id: sends.id }).from(sends).where(eq(sends.messageId, messages.id));
  await tx.delete(messages).where(and(inArray(messages.id, messageIds), notExists(place), notExists(sending)));
}

async function deleteEmptyConversations(tx: Db, conversationIds: number[]): Promise<Map<number, number[]>> {
  const mail = tx.select({ id: messages.id }).from(messages).where(eq(messages.conversationId, conversations.id));
  const note = tx.select({ id: notes.id }).from(notes).where(eq(notes.conversationId, conversations.id));
  const empty = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(inArray(conversations.id, conversationIds), notExists(mail), notExists(note)));
  const ids = idsOf(empty);
  const seen = await tx
    .select({ conversationId: conversationInboxes.conversationId, inboxId: conversationInboxes.inboxId })
    .from(conversationInboxes)
    .where(inArray(conversationInboxes.conversationId, ids));
  // Those that were once joined to it point to nothing now.
  await tx.delete(conversations).where(or(inArray(conversations.id, ids), inArray(conversations.mergedIntoId, ids)));
  return new Map(ids.map((id) => [id, seen.filter((row) => row.conversationId === id).map((row) => row.inboxId)]));
}

const idsOf = (rows: { id: number }[]) => rows.map((row) => row.id);
